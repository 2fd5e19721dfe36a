import type { Item, ItemOf } from './item.ts';
import { optionKey } from './shuffle.ts';

/** Parts every example shares; a stem, one hint, no picture. */
const base = (id: string, stem: string) => ({
	id,
	version: 1,
	language: 'en',
	stem,
	tags: ['demo'],
	hints: [{ id: `${id}-h1`, text: 'Canary hint: look again.', after: [] }]
});

const options = (id: string, side: string, texts: readonly string[]) =>
	texts.map((text) => ({ key: optionKey(id, side, text), text }));

/** A choice item; the first text is the right one. */
export function choiceItem(texts: readonly string[], id = 'choice-1'): ItemOf<'choice'> {
	const choices = options(id, 'choice', texts);
	return {
		...base(id, 'Pick one.'),
		kind: 'choice',
		choices,
		secret: { correct: choices[0]?.key ?? '' }
	};
}

/** An expression item with one accepted answer. */
export function expressionItem(
	answer: string,
	secret: Partial<ItemOf<'expression'>['secret']> = {},
	stem = 'Work it out.'
): ItemOf<'expression'> {
	return {
		...base('expression-1', stem),
		kind: 'expression',
		secret: { answers: [answer], ...secret }
	};
}

/** A number item with one accepted answer, in `unit` where given. */
export function numberItem(
	answer: string,
	secret: Partial<ItemOf<'number'>['secret']> = {},
	unit?: string
): ItemOf<'number'> {
	return {
		...base('number-1', 'How much?'),
		kind: 'number',
		...(unit !== undefined && { unit }),
		secret: { answers: [answer], ...secret }
	};
}

/** One item of every kind, each with a right response and a wrong one. */
export function oneOfEach(): readonly {
	readonly item: Item;
	readonly right: object;
	readonly wrong: object;
}[] {
	const choice = choiceItem(['seven', 'eight', 'nine']);
	const [a, b, c] = options('several-1', 'choice', ['2', '3', '4']).map(({ key }) => key);
	const several: ItemOf<'several-choice'> = {
		...base('several-1', 'Which are even?'),
		kind: 'several-choice',
		choices: options('several-1', 'choice', ['2', '3', '4']),
		secret: { correct: [a ?? '', c ?? ''] }
	};
	const entries = options('ordering-1', 'entry', ['one', 'two', 'three']);
	const order = entries.map(({ key }) => key);
	const left = options('matching-1', 'left', ['half', 'quarter']);
	const rightSide = options('matching-1', 'right', ['0.5', '0.25']);
	const pairs = left.map(({ key }, n) => [key, rightSide[n]?.key ?? ''] as const);
	return [
		{
			item: choice,
			right: { key: choice.secret.correct },
			wrong: { key: choice.choices[1]?.key }
		},
		{ item: several, right: { keys: [c, a] }, wrong: { keys: [a, b] } },
		{ item: numberItem('7391.25'), right: { text: '7391 1/4' }, wrong: { text: '7391.5' } },
		{ item: expressionItem('q^2-7391'), right: { text: '-7391+q^2' }, wrong: { text: 'q^2' } },
		{
			item: { ...base('ordering-1', 'Order.'), kind: 'ordering', entries, secret: { order } },
			right: { keys: order },
			wrong: { keys: order.toReversed() }
		},
		{
			item: {
				...base('matching-1', 'Match.'),
				kind: 'matching',
				left,
				right: rightSide,
				secret: { pairs }
			},
			right: { pairs: pairs.toReversed() },
			wrong: { pairs: pairs.map(([from], n) => [from, pairs[1 - n]?.[1]]) }
		},
		{
			item: {
				...base('text-1', 'Spell it.'),
				kind: 'short-text',
				secret: { answers: ['kererūcanary'] }
			},
			right: { text: ' Kererūcanary. ' },
			wrong: { text: 'kereru' }
		}
	];
}
