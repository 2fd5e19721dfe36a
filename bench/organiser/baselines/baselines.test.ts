import { describe, expect, test } from 'vitest';
import {
	fairnessOf,
	levelOf,
	score,
	solve,
	validate,
	type WeekPlan,
	type WeekProblem
} from '../../../src/engines/organiser/index.ts';
import { aLearner, anOffer, aProblem } from '../../../src/engines/organiser/testing.ts';
import { generateWeek } from '../generate-week.ts';
import { ZIPF_LIKE } from '../popularity.ts';
import { createHighs } from '../highs-port.ts';
import { greatestTotalIn } from './greatest-total.ts';
import { plainAnnealing } from './plain-annealing.ts';
import { firstComeFirstServed, randomSerialDictatorship } from './sign-up.ts';

const methods: readonly {
	readonly name: string;
	readonly plan: (problem: WeekProblem, sections: WeekPlan) => WeekPlan;
}[] = [
	{ name: 'first come first served', plan: firstComeFirstServed },
	{ name: 'random serial dictatorship', plan: (p, s) => randomSerialDictatorship(p, s, 1) },
	{ name: 'plain annealing', plan: (p, s) => plainAnnealing(p, s, { seed: 1, moves: 4_096 }) }
];

describe.each(methods)('$name', ({ plan }) => {
	test.each(['loose', 'medium', 'tight'] as const)(
		'plans a valid %s week, the same twice',
		(tightness) => {
			const { problem, witness } = generateWeek({
				learners: 60,
				tightness,
				seed: 2,
				popularity: ZIPF_LIKE
			});
			const week = plan(problem, witness);
			expect(validate(problem, week)).toEqual([]);
			expect(plan(problem, witness)).toEqual(week);
		}
	);
});

/** Ana and Ben want the one seat in art; Ana also wants maths, held twice, once beside art. */
function fewSeats(): { problem: WeekProblem; sections: WeekPlan } {
	const problem = aProblem({
		learners: [aLearner('ana'), aLearner('ben')],
		offers: [anOffer('art', { maximum: 1 }), anOffer('maths', { sections: 2 })],
		wishes: [
			{ learner: 'ana', offer: 'maths', rank: 1 },
			{ learner: 'ana', offer: 'art', rank: 2 },
			{ learner: 'ben', offer: 'art', rank: 1 }
		]
	});
	const held = (offer: string, section: number, slot: string, room: string, adult: string) => ({
		offer,
		section,
		slot,
		room,
		adult,
		learners: []
	});
	return {
		problem,
		sections: {
			sessions: [
				held('maths', 0, 'd0p0', 'hall', 'hine'),
				held('art', 0, 'd0p0', 'lab', 'tom'),
				held('maths', 1, 'd0p1', 'hall', 'hine')
			]
		}
	};
}

const seatedIn = (plan: WeekPlan, offer: string) =>
	plan.sessions.filter((s) => s.offer === offer).flatMap((s) => s.learners);

test('who comes first takes the first list that fits, and may block their own second wish', () => {
	const { problem, sections } = fewSeats();
	const plan = firstComeFirstServed(problem, sections);
	expect(seatedIn(plan, 'maths')).toEqual(['ana']);
	expect(seatedIn(plan, 'art')).toEqual(['ben']);
});

test('a dictator takes the best bundle: maths later, so that art fits as well', () => {
	const { problem, sections } = fewSeats();
	const plans = [1, 2, 3, 4, 5, 6].map((seed) => randomSerialDictatorship(problem, sections, seed));
	const artists = new Set(plans.flatMap((plan) => seatedIn(plan, 'art')));
	expect([...artists].sort()).toEqual(['ana', 'ben']);
	for (const plan of plans) expect(seatedIn(plan, 'maths')).toEqual(['ana']);
});

test('plain annealing never ends worse than it began', () => {
	const { problem, witness } = generateWeek({
		learners: 60,
		tightness: 'tight',
		seed: 5,
		popularity: ZIPF_LIKE
	});
	const plan = plainAnnealing(problem, witness, { seed: 3, moves: 8_192 });
	expect(levelOf(score(problem, plan), 'complete')).toBe(0);
	expect(levelOf(score(problem, plan), 'needs')).toBe(0);
});

test('the greatest total has at least the total of fair seats in the same sections', async () => {
	const { problem } = generateWeek({
		learners: 60,
		tightness: 'tight',
		seed: 2,
		popularity: ZIPF_LIKE
	});
	const solver = await createHighs();
	const found = solve(problem, { seed: 1, budget: { moves: 4_096 } });
	if (!found.ok) throw new Error('refused');
	const greatest = greatestTotalIn(problem, found.plan, solver, 30);
	expect(validate(problem, greatest)).toEqual([]);
	const [fair, most] = [fairnessOf(problem, found.plan), fairnessOf(problem, greatest)];
	expect(most.mean).toBeGreaterThanOrEqual(fair.mean);
	const hard = (plan: WeekPlan) => score(problem, plan).levels.slice(0, 3);
	expect(hard(greatest)).toEqual(hard(found.plan));
});

test('without limits the greatest total gives whoever has fewest wishes the seat in conflict', async () => {
	const { problem, sections } = fewSeats();
	// Every section that is held needs a learner: one of maths is enough.
	const held = { sessions: sections.sessions.filter(({ section }) => section === 0) };
	const plan = greatestTotalIn(problem, held, await createHighs(), 30);
	// Ana has maths (8 of 13 points); art is all that Ben wishes for (8 of 8).
	const seats = plan.sessions.map(({ offer, learners }) => [offer, ...learners]);
	expect(seats).toContainEqual(['art', 'ben']);
	expect(seats).toContainEqual(['maths', 'ana']);
});
