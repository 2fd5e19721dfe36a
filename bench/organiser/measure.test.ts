import { expect, test } from 'vitest';
import { compareLevels } from '../../src/engines/organiser/index.ts';
import { createHighs } from './highs-port.ts';
import { generateWeek } from './generate-week.ts';
import { measureRepairs } from './measure-repair.ts';
import { firstWeek, gapOf, ourWeek, signUps, withHighs } from './measure-week.ts';
import { ZIPF_LIKE } from './popularity.ts';

const { problem, witness } = generateWeek({
	learners: 40,
	tightness: 'medium',
	seed: 4,
	popularity: ZIPF_LIKE
});

test('every method of the bench makes a valid week, and the search is no worse than where it began', () => {
	const first = firstWeek(problem, 1);
	const ours = ourWeek(problem, 1, 4_096);
	for (const { violations } of [first, ours, ...signUps(problem, first.plan, 1)])
		expect(violations).toBe(0);
	expect(compareLevels(ours.levels, first.levels)).toBeLessThanOrEqual(0);
});

test('the first complete week brings everybody into a seat or a study place', () => {
	for (const tightness of ['loose', 'medium'] as const) {
		const drawn = generateWeek({ learners: 150, tightness, seed: 2, popularity: ZIPF_LIKE });
		expect(firstWeek(drawn.problem, 2).levels[0]).toBe(0);
	}
	for (const seed of [1, 2, 3, 4]) {
		const drawn = generateWeek({ learners: 150, tightness: 'tight', seed, popularity: ZIPF_LIKE });
		const first = firstWeek(drawn.problem, seed);
		expect(first.violations).toBe(0);
		// Nobody is left over in the hidden week; here less than one learner-slot of a hundred is.
		expect(first.levels[0]).toBeLessThan(30);
	}
});

test('no seats in the same sections cost less than the bound, and HiGHS reaches it', async () => {
	const solver = await createHighs();
	const best = withHighs(problem, witness, solver, 30);
	const gap = gapOf(problem, best.plan, solver, { seconds: 600, exactUpTo: 600 });
	expect(gap.exact).toBe(true);
	expect(gap.above).toBeLessThanOrEqual(1e-6 * best.cost + 1e-6);
});

test('the relaxed bound is one: no cost is below zero, so neither is it', async () => {
	const solver = await createHighs();
	const ours = ourWeek(problem, 1, 4_096);
	const gap = gapOf(problem, ours.plan, solver, { seconds: 30, exactUpTo: 0 });
	expect(gap.exact).toBe(false);
	expect(gap.above).toBeLessThanOrEqual(ours.cost + 1e-6);
});

test('repairs are counted: an absence touches learners, a late wish only few', () => {
	const [wishes, absences] = measureRepairs(problem, witness, 3, 4);
	expect(wishes?.tries).toBe(4);
	expect(absences?.tries).toBe(4);
	expect(absences?.medianLearners).toBeGreaterThan(0);
	expect(absences?.medianReseated).toBeLessThanOrEqual(absences?.medianLearners ?? 0);
	expect(wishes?.worstLearners).toBeLessThan(problem.learners.length);
});
