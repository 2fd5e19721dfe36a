import { expect, test } from 'vitest';
import { bruteForce } from './brute-force.ts';
import type { WeekProblem } from './problem.ts';
import { compareLevels } from './score.ts';
import { solve, type Progress, type SolveOptions } from './solve.ts';
import { aGrid, aLearner, anOffer, aProblem, randomProblem } from './testing.ts';
import { validate } from './validate.ts';

const run = (problem: WeekProblem, options: Partial<SolveOptions> = {}) => {
	const result = solve(problem, { seed: 1, budget: { moves: 4_000 }, ...options });
	if (!result.ok) throw new Error(JSON.stringify(result.faults));
	return result;
};

/** Tiny problems in which offers, slots, seats and adults are all scarce. */
function tiny(seed: number): WeekProblem {
	const ids = ['ana', 'ben', 'caleb'];
	const offers = ['art', 'maths', 'music'];
	const order = (i: number) => [
		...offers.slice((i + seed) % 3),
		...offers.slice(0, (i + seed) % 3)
	];
	return aProblem({
		slots: aGrid(1, 2),
		rooms: [{ id: 'hall', seats: 2 + (seed % 2) }],
		adults: [{ id: 'hine', away: seed % 3 === 0 ? ['d0p1'] : [] }],
		learners: ids.map((id, i) => aLearner(id, { ageMonths: 120 + 20 * i, credit: 100 * i })),
		offers: offers.map((id, i) =>
			anOffer(id, {
				minimum: i,
				maximum: 2,
				domain: id,
				...(i === seed % 3 ? { adults: [], needsRoom: false } : {})
			})
		),
		wishes: ids.flatMap((learner, i) =>
			order(i).map((offer, rank) => ({ learner, offer, rank: rank + 1 }))
		),
		musts: seed % 2 === 0 ? [{ learner: 'ana', offer: 'music' }] : [],
		owed: [{ learner: 'ben', domain: 'art', minutes: 60 }],
		apart: [['ana', 'caleb']],
		studySeats: 2
	});
}

for (const seed of [1, 2, 3, 4])
	test(`on a tiny problem the solver finds what trying every plan finds (${seed})`, () => {
		const problem = tiny(seed);
		expect(run(problem, { budget: { moves: 20_000 } }).score.levels).toEqual(bruteForce(problem));
	});

test('the same seed and move budget give the same run, another seed another walk', () => {
	const problem = randomProblem(7, 24);
	expect(run(problem)).toEqual(run(problem));
	expect(run(problem).snapshot.random).not.toEqual(run(problem, { seed: 2 }).snapshot.random);
});

test('a run that was stopped and resumed equals the unbroken run', () => {
	const problem = randomProblem(8, 24);
	const options = { budget: { moves: 8_192 }, checkpointMoves: 1_024 };
	let asked = 0;
	const half = run(problem, { ...options, shouldStop: () => ++asked > 3 });
	const saved: unknown = JSON.parse(JSON.stringify(half.snapshot));
	expect(saved).toEqual(half.snapshot);
	expect(run(problem, { ...options, resume: half.snapshot })).toEqual(run(problem, options));
});

test('more moves never make the result worse, and every reported plan is valid', () => {
	const problem = randomProblem(9, 24);
	const seen: Progress[] = [];
	const result = run(problem, {
		checkpointMoves: 512,
		onProgress: (progress) => {
			seen.push(progress);
			expect(validate(problem, progress.plan())).toEqual([]);
		}
	});
	const curve = seen.map(({ levels }) => levels);
	for (let i = 1; i < curve.length; i++)
		expect(compareLevels(curve[i] ?? [], curve[i - 1] ?? [])).toBeLessThanOrEqual(0);
	const last = curve.at(-1) ?? [];
	expect(compareLevels(result.score.levels, last)).toBeLessThanOrEqual(0);
});

test('a budget may be a share of the clock of the caller', () => {
	let looks = 0;
	const result = run(randomProblem(3), { budget: { spent: () => looks++ / 10 } });
	expect(validate(randomProblem(3), result.plan)).toEqual([]);
});

test('a warm start keeps what still holds', () => {
	const problem = randomProblem(4, 24);
	const first = run(problem);
	const again = run(problem, { warmStart: first.plan, budget: { moves: 128 } });
	expect(compareLevels(again.score.levels, first.score.levels)).toBeLessThanOrEqual(0);
});

test('input with unknown ids or bad numbers is refused with every fault named', () => {
	const problem = aProblem({
		wishes: [{ learner: 'nobody', offer: 'art', rank: 0 }],
		learners: [aLearner('ana', { ageMonths: NaN })]
	});
	const result = solve(problem, { seed: 1, budget: { moves: 10 } });
	expect(result.ok ? [] : result.faults).toEqual([
		{ code: 'organiser.bad-number', at: 'learners[0].ageMonths' },
		{ code: 'organiser.bad-number', at: 'wishes[0].rank' },
		{ code: 'organiser.unknown-id', at: 'wishes[0].learner' },
		{ code: 'organiser.unknown-id', at: 'wishes[0].offer' }
	]);
});

test('an empty school has an empty week', () => {
	const nothing = { slots: [], rooms: [], adults: [], learners: [], offers: [], studySeats: 0 };
	expect(run(nothing).plan).toEqual({ sessions: [] });
});
