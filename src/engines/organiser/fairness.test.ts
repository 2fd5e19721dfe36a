import { expect, test } from 'vitest';
import { fairnessOf, gini } from './fairness.ts';
import { nextCredit, owedMinutes } from './ledger.ts';
import type { PlannedSession } from './problem.ts';
import { solve } from './solve.ts';
import { anOffer, aProblem, randomProblem } from './testing.ts';

const held = (offer: string, slot: string, learners: readonly string[]): PlannedSession => ({
	offer,
	section: 0,
	slot,
	room: 'hall',
	adult: 'hine',
	learners
});

test('the figures of a hand-built week', () => {
	const problem = aProblem({
		offers: [anOffer('art', { maximum: 1 }), anOffer('maths')],
		wishes: [
			{ learner: 'ana', offer: 'art', rank: 1 },
			{ learner: 'ana', offer: 'maths', rank: 2 },
			{ learner: 'ben', offer: 'art', rank: 1 }
		]
	});
	const plan = { sessions: [held('art', 'd0p0', ['ana']), held('maths', 'd0p1', ['ana'])] };
	const fairness = fairnessOf(problem, plan);
	expect(fairness).toMatchObject({ firstChoice: 0.5, topThree: 0.5, meanRank: 1.5, minimum: 0 });
	expect(fairness.mean).toBe(0.5);
	// ben is idle, has nothing, and ana would still have maths: the seat is justly envied.
	expect(fairness.envyPairs).toBe(1);
	expect([...fairness.satisfaction]).toEqual([
		['ana', 1000],
		['ben', 0]
	]);
});

test('no plan of a run holds a justly envied seat', () => {
	for (const seed of [1, 2, 3, 4, 5]) {
		const problem = randomProblem(seed, 30);
		const result = solve(problem, { seed, budget: { moves: 512 } });
		expect(result.ok && fairnessOf(problem, result.plan).envyPairs).toBe(0);
	}
});

test('Gini: 0 where all are alike, (n - 1) / n where one has all', () => {
	expect(gini([3, 3, 3])).toBe(0);
	expect(gini([0, 0, 0, 4])).toBe(0.75);
	expect(gini([])).toBe(0);
});

test('credit fades by half, grows by what was missing, and is capped', () => {
	expect(nextCredit(200, 400, 700)).toBe(400);
	expect(nextCredit(200, 900, 700)).toBe(100);
	expect(nextCredit(500, 0, 1000)).toBe(500);
});

test('owed minutes follow four weeks and never fill more than two shares', () => {
	expect(owedMinutes(120, [120, 60, 120])).toBe(180);
	expect(owedMinutes(120, [0, 0, 0])).toBe(240);
	expect(owedMinutes(120, [])).toBe(120);
	expect(owedMinutes(120, [400, 100, 100])).toBe(0);
});
