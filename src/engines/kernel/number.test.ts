import { expect, test } from 'vitest';
import { probability, toLogit, toProbability } from './number.ts';

test('log-odds and probability are inverse, and the ends stay finite', () => {
	expect(toProbability(0)).toBe(0.5);
	expect(toProbability(toLogit(0.62))).toBeCloseTo(0.62, 12);
	expect(toProbability(-800)).toBe(0);
	expect(Number.isFinite(toLogit(1))).toBe(true);
});

test('a number outside [0, 1] is not a probability', () => {
	for (const bad of [-0.01, 1.01, NaN]) expect(() => probability(bad)).toThrow(RangeError);
});
