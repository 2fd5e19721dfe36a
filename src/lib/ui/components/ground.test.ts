import { expect, test } from 'vitest';
import { groundUnder } from './ground.ts';

const places = [
	[200, 700],
	[600, 300]
] as const;

test('one seed, one landscape; other places and another shape have another', () => {
	const first = groundUnder('a,b', places, 0.9);
	expect(first.bands).toHaveLength(5);
	expect(first.bands[0]).toMatch(/^M.*z$/);
	expect(first.river).toMatch(/^M/);
	expect(groundUnder('a,b', [...places], 0.9)).toBe(first);
	expect(groundUnder('a,b', places.toReversed(), 0.9).bands).not.toBe(first.bands);
	expect(groundUnder('a,b', places, 2.4).bands).not.toEqual(first.bands);
	expect(groundUnder('a,c', places, 0.9).bands).not.toEqual(first.bands);
});

test('ground that was pushed out by much other ground is drawn again, the same', () => {
	const first = groundUnder('old', places, 0.9);
	for (let count = 0; count < 200; count++) groundUnder(`new ${count}`, [], 0.9);
	const again = groundUnder('old', places, 0.9);
	expect(again).not.toBe(first);
	expect(again).toEqual(first);
});
