import { expect, test } from 'vitest';
import { compareLevels } from '../../src/engines/organiser/index.ts';
import { anOffer, aProblem } from '../../src/engines/organiser/testing.ts';
import { createHighs } from './highs-port.ts';
import { generateWeek } from './generate-week.ts';
import { leastTouched } from './least-touched.ts';
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

test('repairs are counted, and none touches fewer learners than the bound says', () => {
	const found = measureRepairs(problem, witness, 3, 4);
	expect(found.map(({ tries }) => tries)).toEqual([4, 4, 4, 4]);
	for (const { kind, touched, least, reseated } of found) {
		expect(reseated.worst).toBeLessThanOrEqual(touched.worst);
		expect(touched.worst).toBeLessThan(problem.learners.length);
		if (kind !== 'late wish') expect(touched.median).toBeGreaterThanOrEqual(least.median);
	}
});

test('the fewest touched: a session is led by whoever hands theirs to somebody free', () => {
	const adults = [
		{ id: 'hine', away: ['d0p0'] },
		{ id: 'tom', qualifications: ['art'] },
		{ id: 'kim' }
	];
	const offers = [anOffer('art', { qualifications: ['art'] }), anOffer('music')];
	const held = { section: 0, slot: 'd0p0', room: 'hall' };
	const sessions = [
		{ ...held, offer: 'art', adult: 'hine', learners: ['ana', 'ben'] },
		{ ...held, offer: 'music', adult: 'tom', learners: ['caleb'] }
	];
	expect(leastTouched(aProblem({ adults, offers }), { sessions })).toBe(0);
	const alone = adults.slice(0, 2);
	expect(leastTouched(aProblem({ adults: alone, offers }), { sessions })).toBe(1);
});
