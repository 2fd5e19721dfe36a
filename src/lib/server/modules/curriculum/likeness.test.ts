import { expect, test } from 'vitest';
import { likenessOf, wordsOf } from './likeness.ts';

const outcomes = [
	{ id: 'add', text: 'Add and subtract fractions with unlike denominators' },
	{ id: 'area', text: 'Find the area of a rectangle' },
	{ id: 'time', text: 'Tell and write time to the nearest minute' },
	{ id: 'tāima', text: 'Tell the time in hours' }
];
const alike = likenessOf(outcomes);

test('the outcome with the rare words in common comes first', () => {
	expect(alike('subtracting fractions', 3)[0]?.id).toBe('add');
	expect(alike('areas of rectangles', 3)[0]?.id).toBe('area');
	expect(alike('time to the minute', 1).map(({ id }) => id)).toEqual(['time']);
});

test('the same words are wholly alike, no word in common is not alike at all', () => {
	expect(alike('Find the area of a rectangle', 1)[0]?.likeness).toBeCloseTo(1, 12);
	expect(alike('photosynthesis', 5)).toEqual([]);
	expect(alike('', 5)).toEqual([]);
	expect(likenessOf([])('anything', 5)).toEqual([]);
});

test('likeness is the cosine: worked by hand for two texts of one shared word', () => {
	const of = likenessOf([
		{ id: 1, text: 'cat dog' },
		{ id: 2, text: 'cat bird' }
	]);
	// N = 2: "cat" is in both, ln(1 + 1); "dog" in one, ln(1 + 2). The question is "cat" alone.
	const [cat, dog] = [Math.log(2), Math.log(3)];
	const [first, second] = of('cat', 2);
	expect(first).toEqual({ id: 1, likeness: second?.likeness });
	expect(first?.likeness).toBeCloseTo(cat / Math.hypot(cat, dog), 12);
});

test('macrons, plurals and endings do not part what belongs together', () => {
	expect(wordsOf('Whakamāramatanga hautau')).toEqual(wordsOf('whakamaramatanga HAUTAU'));
	expect(wordsOf('fractions')).toEqual(wordsOf('fraction'));
	expect(wordsOf('properties')).toEqual(wordsOf('property'));
	expect(wordsOf('class')).toEqual(['class']);
});
