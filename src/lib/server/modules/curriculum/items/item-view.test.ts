import { describe, expect, test } from 'vitest';
import type { Item } from './item.ts';
import { toPublic, toValidation } from './item-view.ts';
import { choiceItem, oneOfEach } from './testing.ts';

/** Every text in an item's secret and its hints that is not also offered to everyone as an option. */
function secretsOf(item: Item): readonly string[] {
	const offered = 'choices' in item || 'entries' in item || 'left' in item;
	const answers = 'answers' in item.secret ? item.secret.answers : [];
	return [...(offered ? [] : answers), ...item.hints.map(({ text }) => text), ...item.tags];
}

const sameItem = (item: Item, secret: Item['secret']) => ({ ...item, secret }) as Item; // SAFETY: secrets of one kind are swapped for secrets of the same kind.

describe.each(oneOfEach())('what is shown of a $item.kind item', ({ item }) => {
	test('holds no answer, hint or tag', () => {
		const shown = JSON.stringify([toPublic(item, 'learner-1'), toValidation(item)]);
		for (const secret of secretsOf(item)) expect(shown).not.toContain(secret);
		for (const field of ['secret', 'hints', 'tags', 'correct', 'answers', 'pairs', '"order"']) {
			expect(shown).not.toContain(field);
		}
	});

	test('is the same whatever the answer is', () => {
		const { secret } = item;
		const other =
			'correct' in secret && typeof secret.correct === 'string' && item.kind === 'choice'
				? { correct: item.choices[2]?.key ?? '' }
				: secret;
		for (const learner of ['a', 'b', 'c']) {
			expect(toPublic(sameItem(item, other), learner)).toEqual(toPublic(item, learner));
		}
	});

	test('is the same however the source ordered the options', () => {
		const turned =
			item.kind === 'choice' || item.kind === 'several-choice'
				? { ...item, choices: item.choices.toReversed() }
				: item.kind === 'ordering'
					? { ...item, entries: item.entries.toReversed() }
					: item.kind === 'matching'
						? { ...item, left: item.left.toReversed(), right: item.right.toReversed() }
						: item;
		expect(toPublic(turned, 'learner-1')).toEqual(toPublic(item, 'learner-1'));
	});
});

test('each learner has an own order that stays', () => {
	const item = choiceItem(['1', '2', '3', '4', '5', '6']);
	const orders = new Set<string>();
	for (let n = 0; n < 40; n++) {
		const shown = JSON.stringify(toPublic(item, `learner-${n}`));
		expect(shown).toBe(JSON.stringify(toPublic(item, `learner-${n}`)));
		orders.add(shown);
	}
	expect(orders.size).toBeGreaterThan(30);
});

test('the answer stands at every place equally often: chi-squared under the 99.9 % point', () => {
	const places = [0, 0, 0, 0];
	for (let n = 0; n < 4000; n++) {
		const item = choiceItem(['right', 'b', 'c', 'd'], `item-${n % 50}`);
		const shown = toPublic(item, `learner-${n}`);
		if (shown.kind !== 'choice') throw new Error('a choice stays a choice');
		const at = shown.choices.findIndex(({ key }) => key === item.secret.correct);
		places[at] = (places[at] ?? 0) + 1;
	}
	const chi = places.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
	expect(chi).toBeLessThan(16.27);
});
