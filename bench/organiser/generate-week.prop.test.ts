import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProblem, levelOf, score, validate } from '../../src/engines/organiser/index.ts';
import { generateWeek } from './generate-week.ts';
import { weightAt, ZIPF_LIKE } from './popularity.ts';
import type { WeekSettings } from './week-frame.ts';

const settings = (): fc.Arbitrary<WeekSettings> =>
	fc.record({
		learners: fc.integer({ min: 10, max: 90 }),
		tightness: fc.constantFrom('loose', 'medium', 'tight'),
		seed: fc.integer({ min: 0, max: 2 ** 31 }),
		popularity: fc.constant(ZIPF_LIKE),
		week: fc.integer({ min: 0, max: 4 })
	});

const weeks = { numRuns: 60, seed: 7 };

describe('a generated week', () => {
	test('is a good problem with a complete valid week in which nothing owed is missing', () => {
		fc.assert(
			fc.property(settings(), (given) => {
				const { problem, witness } = generateWeek(given);
				expect(checkProblem(problem)).toEqual([]);
				expect(validate(problem, witness)).toEqual([]);
				const measured = score(problem, witness);
				for (const level of ['complete', 'entitlement', 'needs'] as const)
					expect(levelOf(measured, level)).toBe(0);
			}),
			weeks
		);
	});

	test('can grant every wish where it is loose', () => {
		fc.assert(
			fc.property(settings(), (given) => {
				const { problem, witness } = generateWeek({ ...given, tightness: 'loose' });
				expect(score(problem, witness).levels.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
			}),
			weeks
		);
	});

	test('is the same for the same settings', () => {
		fc.assert(
			fc.property(settings(), (given) => {
				expect(generateWeek(given)).toEqual(generateWeek(given));
			}),
			{ ...weeks, numRuns: 10 }
		);
	});
});

const week = (given: Partial<WeekSettings>) =>
	generateWeek({ learners: 300, tightness: 'tight', seed: 3, popularity: ZIPF_LIKE, ...given });

test('the tighter a week, the more wishes it cannot grant', () => {
	const missed = (['loose', 'medium', 'tight'] as const).map((tightness) => {
		const { problem, witness } = week({ tightness });
		return levelOf(score(problem, witness), 'first-choices');
	});
	expect(missed[0]).toBe(0);
	expect(missed[1]).toBeGreaterThan(0);
	expect(missed[2]).toBeGreaterThan(missed[1] ?? 0);
});

test('from week to week most wishes stay and some change', () => {
	const wishes = (number: number) =>
		new Set(week({ week: number }).problem.wishes?.map((w) => `${w.learner} ${w.offer}`));
	const [first, second] = [wishes(0), wishes(1)];
	const kept = [...first].filter((wish) => second.has(wish)).length / first.size;
	expect(kept).toBeGreaterThan(0.5);
	expect(kept).toBeLessThan(0.95);
});

test('a curve is stretched over any number of offers, most wanted first', () => {
	const curve = { name: 'three', curve: [3, 2, 1] };
	expect([0, 1, 2, 3, 4, 5].map((o) => weightAt(curve, o, 6))).toEqual([3, 3, 2, 2, 1, 1]);
	expect(weightAt(curve, 0, 1)).toBe(2);
});
