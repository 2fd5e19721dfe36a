import { expect, test } from 'vitest';
import {
	areaUnderCurve,
	brierScore,
	calibrationError,
	incompleteBeta,
	logGamma,
	logLoss,
	quantile,
	reliability,
	shareInterval,
	studentQuantile,
	sum,
	variance,
	wilsonInterval
} from './index.ts';

const forecasts = [
	{ probability: 0.1, happened: false },
	{ probability: 0.4, happened: true },
	{ probability: 0.4, happened: false },
	{ probability: 0.9, happened: true }
];

test('AUC counts pairs in order, ties half: (1 + 0.5 + 1 + 1) / 4', () => {
	expect(areaUnderCurve(forecasts)).toBe(0.875);
	expect(areaUnderCurve(forecasts.filter(({ happened }) => happened))).toBeUndefined();
});

test('AUC equals the count over all pairs', () => {
	const many = Array.from({ length: 200 }, (_, i) => ({
		probability: ((i * 37) % 50) / 50,
		happened: (i * 7919) % 3 === 0
	}));
	const hits = many.filter(({ happened }) => happened);
	const misses = many.filter(({ happened }) => !happened);
	const worth = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
	const pairs = hits.flatMap((h) => misses.map((m) => worth(h.probability, m.probability)));
	expect(areaUnderCurve(many)).toBeCloseTo(sum(pairs) / pairs.length, 12);
});

test('losses by hand', () => {
	const expected = -(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.9)) / 4;
	expect(logLoss(forecasts)).toBeCloseTo(expected, 12);
	expect(brierScore(forecasts)).toBeCloseTo((0.01 + 0.36 + 0.16 + 0.01) / 4, 12);
	expect(calibrationError(forecasts)).toBeCloseTo((0.1 + 2 * 0.1 + 0.1) / 4, 12);
	expect(reliability(forecasts)[4]).toEqual({ count: 2, forecast: 0.4, happened: 0.5 });
});

test('distributions against published tables', () => {
	expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 12);
	expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.579825, 6);
	expect(studentQuantile(0.975, 5)).toBeCloseTo(2.570582, 6);
	expect(studentQuantile(0.95, 30)).toBeCloseTo(1.697261, 6);
});

test('intervals of a share: 8 of 10', () => {
	const exact = shareInterval(8, 10);
	expect(exact.low).toBeCloseTo(0.4439, 4);
	expect(exact.high).toBeCloseTo(0.9748, 4);
	const wilson = wilsonInterval(8, 10);
	expect(wilson.low).toBeCloseTo(0.4902, 4);
	expect(wilson.high).toBeCloseTo(0.9433, 4);
});

test('moments', () => {
	expect(sum([1e16, 1, -1e16])).toBe(1);
	expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12);
	expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
});
