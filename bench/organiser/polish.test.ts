import { expect, test } from 'vitest';
import {
	boundSeats,
	polishSeats,
	score,
	SEARCH_SCALE,
	seatCost,
	solve,
	validate
} from '../../src/engines/organiser/index.ts';
import { randomProblem } from '../../src/engines/organiser/testing.ts';
import { createHighs } from './highs-port.ts';

test('HiGHS bounds the seats of a week, and its polish never makes them worse', async () => {
	const solver = await createHighs();
	for (const seed of [1, 2, 3]) {
		const problem = randomProblem(seed, 24);
		const result = solve(problem, { seed, budget: { moves: 256 } });
		if (!result.ok) throw new Error('refused');
		const exact = boundSeats(problem, result.plan, solver, { seconds: 600, relax: false });
		const relaxed = boundSeats(problem, result.plan, solver, { seconds: 600, relax: true });
		const polished = polishSeats(problem, result.plan, solver, { seconds: 600 });
		expect(validate(problem, polished)).toEqual([]);
		const cost = seatCost(score(problem, polished).levels, SEARCH_SCALE);
		expect(exact.cost).toBe(seatCost(result.score.levels, SEARCH_SCALE));
		expect(exact.bound ?? Infinity).toBeLessThanOrEqual(exact.cost + 1e-6 * Math.abs(exact.cost));
		expect(relaxed.bound ?? Infinity).toBeLessThanOrEqual((exact.bound ?? 0) + 1);
		expect(cost).toBeLessThanOrEqual(exact.cost);
	}
});
