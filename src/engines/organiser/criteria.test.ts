import { expect, test } from 'vitest';
import { convexDeficit, CRITERION_NAMES, worstOffCost, type CriterionName } from './criteria.ts';
import type { PlannedSession, WeekProblem } from './problem.ts';
import { score } from './score.ts';
import { aLearner, anOffer, aProblem } from './testing.ts';

/* One hand-built case per criterion, with the exact measure. */

interface Case {
	readonly problem: Partial<WeekProblem>;
	readonly sessions?: readonly PlannedSession[];
	readonly measure: number;
}

const held = (
	offer: string,
	slot: string,
	learners: readonly string[],
	given: Partial<PlannedSession> = {}
): PlannedSession => ({ offer, section: 0, slot, room: 'hall', adult: 'hine', learners, ...given });

const art = anOffer('art');
const maths = anOffer('maths', { domain: 'maths' });
const wish = (rank: number) => [
	{ learner: 'ana', offer: 'art', rank },
	{ learner: 'ben', offer: 'art', rank }
];

const CASES: Readonly<Record<CriterionName, Case>> = {
	mustsMissed: {
		problem: {
			offers: [art],
			musts: [
				{ learner: 'ana', offer: 'art' },
				{ learner: 'ben', offer: 'art' }
			]
		},
		sessions: [held('art', 'd0p0', ['ana'])],
		measure: 1
	},
	studyOverflow: {
		// Three learners, two of them in study in d0p0 and one place there; elsewhere enough.
		problem: {
			offers: [art],
			studySeats: { d0p0: 1, d0p1: 3, d0p2: 3, d1p0: 3, d1p1: 3, d1p2: 3 }
		},
		sessions: [held('art', 'd0p0', ['ana'])],
		measure: 1
	},
	pinsMissed: {
		problem: {
			offers: [art, maths],
			pins: [
				{ offer: 'art', section: 0, slot: 'd0p0' },
				{ offer: 'maths', section: 0, slot: 'd0p0' }
			]
		},
		sessions: [held('art', 'd0p0', [])],
		measure: 1
	},
	minutesMissing: {
		problem: { offers: [maths], owed: [{ learner: 'ana', domain: 'maths', minutes: 150 }] },
		sessions: [held('maths', 'd0p0', ['ana'])],
		measure: 90
	},
	needsUnmet: {
		problem: {
			offers: [art, maths],
			needs: [
				{
					id: 'a',
					learner: 'ana',
					offers: ['art', 'maths'],
					source: 'call',
					severity: 5,
					weeks: 0
				},
				{ id: 'b', learner: 'ben', offers: ['maths'], source: 'evidence', severity: 3, weeks: 9 }
			]
		},
		sessions: [held('art', 'd0p0', ['ana'])],
		// Severity 3, weeks capped at 7: 3 x 8.
		measure: 24
	},
	worstOff: {
		problem: {
			offers: [art, maths],
			wishes: [
				{ learner: 'ana', offer: 'art', rank: 1 },
				{ learner: 'ana', offer: 'maths', rank: 2 }
			]
		},
		sessions: [held('art', 'd0p0', ['ana'])],
		// Alone 13 points, got 8: deficit 5 x floor(1000 / 13) = 380: 250 + 2 x 130.
		measure: 510
	},
	firstChoices: {
		problem: { offers: [art], wishes: wish(1) },
		sessions: [held('art', 'd0p0', ['ana'])],
		measure: 1
	},
	secondChoices: { problem: { offers: [art], wishes: wish(2) }, measure: 2 },
	thirdChoices: {
		problem: { offers: [art], wishes: wish(3) },
		sessions: [held('art', 'd0p0', ['ben'])],
		measure: 1
	},
	laterChoices: { problem: { offers: [art], wishes: [...wish(4)] }, measure: 2 },
	similarGroups: {
		problem: {
			offers: [anOffer('maths', { domain: 'maths', grouping: 'similar' })],
			learners: [
				aLearner('ana', { standing: { maths: 30 } }),
				aLearner('ben', { standing: { maths: 70 } })
			]
		},
		sessions: [held('maths', 'd0p0', ['ana', 'ben'])],
		// Mean 50: 20^2 + 20^2 = 800.
		measure: 8
	},
	mixedGroups: {
		problem: {
			offers: [anOffer('maths', { domain: 'maths', grouping: 'mixed' })],
			learners: [
				aLearner('ana', { standing: { maths: 45 } }),
				aLearner('ben', { standing: { maths: 55 } })
			]
		},
		sessions: [held('maths', 'd0p0', ['ana', 'ben'])],
		// Wanted 2 x 400, spread 50.
		measure: 7
	},
	maturity: {
		problem: {
			offers: [anOffer('art', { ageSpreadMonths: 24 })],
			learners: [aLearner('ana', { ageMonths: 72 }), aLearner('ben', { ageMonths: 132 })]
		},
		sessions: [held('art', 'd0p0', ['ana', 'ben'])],
		measure: 36
	},
	company: {
		problem: {
			offers: [art, maths],
			together: [
				['ana', 'ben'],
				['ben', 'caleb']
			]
		},
		sessions: [held('art', 'd0p0', ['ana', 'ben']), held('maths', 'd0p1', ['caleb'])],
		measure: 1
	},
	continuity: {
		problem: { offers: [anOffer('art', { usualAdult: 'tom' })] },
		sessions: [held('art', 'd0p0', ['ana', 'ben'])],
		measure: 2
	},
	singleDays: {
		problem: { offers: [art, maths] },
		sessions: [held('art', 'd0p0', ['ana', 'ben']), held('maths', 'd0p1', ['ben'])],
		measure: 1
	},
	longRuns: {
		problem: { offers: [art, maths, anOffer('music')] },
		sessions: [
			held('art', 'd0p0', ['ana', 'ben']),
			held('maths', 'd0p1', ['ana', 'ben']),
			held('music', 'd0p2', ['ana'])
		],
		measure: 1
	},
	moves: {
		problem: {
			offers: [art, maths, anOffer('music')],
			rooms: [
				{ id: 'hall', seats: 9, area: 'north' },
				{ id: 'lab', seats: 9, area: 'south' }
			]
		},
		sessions: [
			held('art', 'd0p0', ['ana']),
			held('maths', 'd0p1', ['ana'], { room: 'lab' }),
			held('music', 'd1p0', ['ana'])
		],
		measure: 1
	},
	balance: {
		problem: { offers: [art, maths, anOffer('music')] },
		sessions: [
			held('art', 'd0p0', ['ana']),
			held('maths', 'd0p1', ['ana']),
			held('music', 'd1p0', ['ana'])
		],
		measure: 5
	},
	seatsChanged: {
		problem: {
			offers: [art, maths],
			published: { sessions: [held('art', 'd0p0', ['ana', 'ben']), held('maths', 'd0p1', ['ben'])] }
		},
		// ana left d0p0 and came to d0p1; ben stayed in both.
		sessions: [held('art', 'd0p0', ['ben']), held('maths', 'd0p1', ['ana', 'ben'])],
		measure: 2
	},
	sessionsChanged: {
		problem: {
			offers: [art, maths],
			published: { sessions: [held('art', 'd0p0', []), held('maths', 'd0p1', [])] }
		},
		sessions: [held('art', 'd0p0', [], { adult: 'tom' }), held('maths', 'd0p1', [])],
		measure: 1
	},
	uncovered: {
		// Tom could take art over and Kim what he leads; nobody but Tom may lead maths.
		problem: {
			offers: [anOffer('art'), anOffer('maths', { adults: ['tom'] })],
			adults: [{ id: 'hine' }, { id: 'tom' }, { id: 'kim', away: ['d0p1'] }]
		},
		sessions: [
			held('art', 'd0p0', []),
			held('maths', 'd0p0', [], { adult: 'tom', room: 'lab' }),
			held('art', 'd0p1', [], { section: 1, adult: 'tom' })
		],
		measure: 1
	},
	habitsBroken: {
		problem: {
			offers: [art],
			habits: [
				{ learner: 'ana', slot: 'd0p0', offer: 'art' },
				{ learner: 'ben', slot: 'd0p0', offer: 'art' }
			]
		},
		sessions: [held('art', 'd0p0', ['ana'])],
		measure: 1
	}
};

for (const name of CRITERION_NAMES)
	test(`criterion ${name} measures its hand-built case exactly`, () => {
		const { problem, sessions = [], measure } = CASES[name];
		expect(score(aProblem(problem), { sessions }).criteria[name]).toBe(measure);
	});

test('weights replace the default by name', () => {
	const problem = aProblem({ offers: [art], wishes: wish(1), weights: { firstChoices: 5 } });
	expect(score(problem, { sessions: [] }).levels[4]).toBe(10);
});

test('the convex deficit rises ever faster, and credit makes the same loss weigh more', () => {
	expect([0, 250, 500, 750, 1000].map(convexDeficit)).toEqual([0, 250, 750, 1750, 3750]);
	expect(worstOffCost(10, 5, 0)).toBe(750);
	expect(worstOffCost(10, 5, 250)).toBe(1500);
	expect(worstOffCost(10, 10, 250)).toBe(0);
	expect(worstOffCost(0, 0, 1000)).toBe(0);
});
