import { expect, test } from 'vitest';
import { place, places, type RungNumber } from './ladder.ts';

const rungs: readonly RungNumber[] = [0, 1, 2, 3, 4];

test('five places, evenly on the string, the adult at the start', () => {
	expect(rungs.map((rung) => place(rung, false).at)).toEqual([0, 25, 50, 75, 100]);
	expect(rungs.map((rung) => place(rung, false).word)).toEqual(places(false));
});

test('the youngest see three: you, both, me', () => {
	expect(rungs.map((rung) => place(rung, true).at)).toEqual([0, 0, 50, 100, 100]);
	expect(places(true)).toHaveLength(3);
});
