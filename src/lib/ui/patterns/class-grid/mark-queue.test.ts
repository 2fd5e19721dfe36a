import { expect, test } from 'vitest';
import { MarkQueue, type QueuedMark, type QueueStatus, type SendOutcome } from './mark-queue.ts';

/** A transport whose clock and answers the test holds. */
function desk(...answers: readonly SendOutcome[]) {
	const sent: string[][] = [];
	const takenBack: string[] = [];
	const shown: [string, string | null][] = [];
	const due: (() => void)[] = [];
	const left = [...answers];
	let status: QueueStatus = { state: 'empty', undoable: 0 };
	const queue = new MarkQueue({
		async send(marks) {
			sent.push(marks.map(({ id }) => id));
			return left.shift() ?? 'sent';
		},
		async takeBack({ id }) {
			takenBack.push(id);
			return left.shift() ?? 'sent';
		},
		later: (_, work) => due.push(work),
		show: ({ id }, level) => shown.push([id, level]),
		changed: (now) => (status = now)
	});
	const turn = async () => {
		for (const work of due.splice(0)) work();
		for (let i = 0; i < 5; i += 1) await Promise.resolve();
	};
	return { queue, sent, takenBack, shown, turn, status: () => status };
}

const mark = (id: string, before: QueuedMark['before'] = null): QueuedMark => ({
	id,
	learnerId: 'l',
	outcomeId: 'o',
	level: 'mostly',
	before
});

test('marks typed together go as one, and are done when the machine has them', async () => {
	const { queue, sent, turn, status } = desk();
	for (const id of ['a', 'b', 'c']) queue.add(mark(id));
	expect(status()).toEqual({ state: 'saving', undoable: 3 });
	await turn();
	expect(sent).toEqual([['a', 'b', 'c']]);
	expect(status()).toEqual({ state: 'sent', undoable: 3 });
	expect(queue.isEmpty).toBe(true);
});

test('a whole class typed at once is sent in parts, in order', async () => {
	const { queue, sent, turn } = desk();
	for (let i = 0; i < 70; i += 1) queue.add(mark(String(i)));
	for (let i = 0; i < 3; i += 1) await turn();
	expect(sent.map((part) => part.length)).toEqual([30, 30, 10]);
	expect(sent.flat()).toEqual(Array.from({ length: 70 }, (_, i) => String(i)));
});

test('what is lost on the way is sent again with the same keys', async () => {
	const { queue, sent, turn, status } = desk('lost', 'lost', 'sent');
	queue.add(mark('a'));
	await turn();
	expect(status().state).toBe('waiting');
	queue.add(mark('b'));
	await turn();
	await turn();
	expect(sent).toEqual([['a'], ['a', 'b'], ['a', 'b']]);
	expect(status().state).toBe('sent');
});

test('a refused mark leaves its cell as it was before', async () => {
	const { queue, shown, turn, status } = desk('refused');
	queue.add(mark('a', 'alone'));
	await turn();
	expect(shown).toEqual([['a', 'alone']]);
	expect(status()).toEqual({ state: 'refused', undoable: 0 });
});

test('undo drops what is not sent yet, else takes back the newest', async () => {
	const { queue, sent, takenBack, shown, turn, status } = desk();
	queue.add(mark('a'));
	await turn();
	queue.add(mark('b', 'not-yet'));
	await queue.undo();
	expect(takenBack).toEqual([]);
	await queue.undo();
	await turn();
	expect(sent).toEqual([['a']]);
	expect(takenBack).toEqual(['a']);
	expect(shown).toEqual([
		['b', 'not-yet'],
		['a', null]
	]);
	expect(status()).toEqual({ state: 'sent', undoable: 0 });
	await queue.undo();
	expect(takenBack).toEqual(['a']);
});

test('an undo that is lost can be tried again', async () => {
	const { queue, takenBack, shown, turn, status } = desk('sent', 'lost', 'sent');
	queue.add(mark('a'));
	await turn();
	await queue.undo();
	expect(status()).toEqual({ state: 'waiting', undoable: 1 });
	expect(shown).toEqual([]);
	await queue.undo();
	expect(takenBack).toEqual(['a', 'a']);
	expect(shown).toEqual([['a', null]]);
});
