import { expect, test } from 'vitest';
import { inOrder, whoWaits, type QueueKind } from './queue-order.ts';

const item = (kind: QueueKind, learnerName: string, minutes: number) => ({
	kind,
	learnerId: `id of ${learnerName}`,
	learnerName,
	minutes
});

test('a hand that is up comes before an older proposal; among equals the longest wait first', () => {
	const queue = [
		item('review', 'Arjun', 0),
		item('plan', 'Aroha', 10),
		item('plan', 'Tevita', 900),
		item('stuck', 'Sefa', 4),
		item('feedback', 'Isla', 1500),
		item('ready', 'Finn', 60)
	];
	expect(inOrder(queue).map(({ learnerName }) => learnerName)).toEqual([
		'Sefa',
		'Finn',
		'Tevita',
		'Aroha',
		'Isla',
		'Arjun'
	]);
});

test('people are counted once, however much of theirs waits', () => {
	const queue = [item('stuck', 'Sefa', 4), item('plan', 'Sefa', 9), item('idea', 'Isla', 2)];
	expect(whoWaits(queue)).toEqual({ people: 2, stuck: ['Sefa'] });
	expect(whoWaits([])).toEqual({ people: 0, stuck: [] });
});
