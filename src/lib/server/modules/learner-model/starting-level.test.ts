import { expect, test } from 'vitest';
import { probability } from '#engines/kernel/index.ts';
import { nextQuestion, startDiagnostic } from '#engines/learner-model/index.ts';
import { toId, type OutcomeId } from '../../platform/ids.ts';
import { ageOfBand, ageScale, startingLevel } from './starting-level.ts';

const id = (n: number) => toId<OutcomeId>(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A strand from five to fifteen, four outcomes a year, each after the one before. */
const ids = Array.from({ length: 40 }, (_, n) => id(n));
const ageOf = (n: number) => 5 + Math.floor(n / 4);
const outcomes = new Map(ids.map((one, n) => [one, { ageFrom: ageOf(n), ageTo: ageOf(n) + 1 }]));
const scale = ageScale(ids, outcomes);
if (!scale) throw new Error('no scale');
const precedes = ids.slice(1).map((to, n) => [id(n), to] as const);

const believed = (n: number, chance: number) => ({
	outcomeId: id(n),
	probability: probability(chance),
	evidence: 4
});

test('the first question is about what is learnt at the age of the learner', () => {
	for (const age of Object.values(ageOfBand))
		for (const seed of [1, 2, 3]) {
			const diagnostic = startDiagnostic(
				{ ids, precedes },
				{ seed, places: scale.places, expectedLevel: startingLevel(scale, age, []) }
			);
			const asked = ids.findIndex((one) => one === nextQuestion(diagnostic));
			expect(Math.abs(ageOf(asked) + 0.5 - age)).toBeLessThanOrEqual(2);
		}
});

test('what was shown counts for more than the age, on both sides', () => {
	const ahead = [30, 31, 33, 34].map((n) => believed(n, 0.9));
	const behind = [6, 7, 9, 11].map((n) => believed(n, 0.2));
	const byAge = startingLevel(scale, 10, []);
	expect(byAge).toBeCloseTo(scale.placeOf(10), 1);
	expect(startingLevel(scale, 10, ahead)).toBeGreaterThan(byAge + 0.1);
	expect(startingLevel(scale, 10, behind)).toBeLessThan(byAge - 0.1);
	const unheard = ahead.map((one) => ({ ...one, evidence: 0 }));
	expect(startingLevel(scale, 10, unheard)).toBe(byAge);
});

test('a few secure outcomes far along do not read as a learner at the start', () => {
	const few = [20, 21, 22].map((n) => believed(n, 0.9));
	expect(startingLevel(scale, 10, few)).toBeGreaterThanOrEqual(scale.placeOf(9.5));
});

test('a strand that hardly says ages has no scale; a short one is not stretched', () => {
	const ageless = new Map(ids.map((one) => [one, { ageFrom: null, ageTo: null }]));
	expect(ageScale(ids, ageless)).toBeUndefined();
	expect(ageScale([], new Map())).toBeUndefined();
	const oneYear = new Map(ids.map((one) => [one, { ageFrom: 6, ageTo: null }]));
	expect(ageScale(ids, oneYear)?.placeOf(7)).toBeCloseTo(1 / 6);
});
