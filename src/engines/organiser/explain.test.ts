import { expect, test } from 'vitest';
import { findCauses, type CauseCode } from './causes.ts';
import { priceOfWish } from './counterfactual.ts';
import { explainWishes, type WishCause } from './explain.ts';
import type { PlannedSession, WeekProblem } from './problem.ts';
import { findRelaxations } from './relax.ts';
import { solve } from './solve.ts';
import { aLearner, anOffer, aProblem, randomProblem } from './testing.ts';
import { validate } from './validate.ts';

const held = (given: Partial<PlannedSession> = {}): PlannedSession => ({
	offer: 'art',
	section: 0,
	slot: 'd0p0',
	room: 'hall',
	adult: 'hine',
	learners: ['ben'],
	...given
});

const wish = [{ learner: 'ana', offer: 'art', rank: 1 }];
const art = anOffer('art');

/** One hand-built case per cause. */
const WISHES: Readonly<
	Record<WishCause, readonly [Partial<WeekProblem>, readonly PlannedSession[]]>
> = {
	'organiser.wish-prerequisite': [{ offers: [anOffer('art', { prerequisites: ['glazing'] })] }, []],
	'organiser.wish-no-adult': [{ offers: [anOffer('art', { qualifications: ['kiln'] })] }, []],
	'organiser.wish-no-room': [{ offers: [anOffer('art', { features: ['kiln'] })] }, []],
	'organiser.wish-not-held': [{ offers: [anOffer('art', { sections: 0 })] }, []],
	'organiser.wish-too-few': [{ offers: [anOffer('art', { minimum: 2 })] }, []],
	'organiser.wish-not-opened': [{ offers: [art] }, []],
	'organiser.wish-away': [
		{ offers: [art], learners: [aLearner('ana', { away: ['d0p0'] }), aLearner('ben')] },
		[held()]
	],
	'organiser.wish-full': [{ offers: [anOffer('art', { maximum: 1 })] }, [held()]],
	'organiser.wish-clash': [
		{ offers: [art, anOffer('maths')] },
		[held(), held({ offer: 'maths', room: 'lab', adult: 'tom', learners: ['ana'] })]
	],
	'organiser.wish-not-possible': [{ offers: [art], apart: [['ben', 'ana']] }, [held()]],
	'organiser.wish-seat-free': [{ offers: [art] }, [held()]]
};

for (const [cause, [problem, sessions]] of Object.entries(WISHES))
	test(`an unmet wish is explained: ${cause}`, () => {
		const [found] = explainWishes(aProblem({ ...problem, wishes: wish }), { sessions });
		expect(found?.cause).toBe(cause);
		expect(found?.instead).toEqual(cause === 'organiser.wish-clash' ? ['maths'] : []);
	});

test('after a run every unmet wish has a cause, and none is a free seat', () => {
	for (const seed of [1, 2, 3, 4]) {
		const problem = randomProblem(seed, 24);
		const result = solve(problem, { seed, budget: { moves: 2_000 } });
		if (!result.ok) throw new Error('refused');
		const unmet = explainWishes(problem, result.plan);
		const { criteria } = result.score;
		const missed = criteria.firstChoices + criteria.secondChoices + criteria.thirdChoices;
		expect(unmet.length).toBe(missed + criteria.laterChoices);
		expect(unmet.filter(({ cause }) => cause === 'organiser.wish-seat-free')).toEqual([]);
	}
});

test('the price of a wish is what a validated plan really costs', () => {
	// One seat in art: ana can have it only if ben, who has nothing else, gives it up.
	const problem = aProblem({
		offers: [anOffer('art', { maximum: 1 })],
		wishes: [...wish, { learner: 'ben', offer: 'art', rank: 1 }]
	});
	const price = priceOfWish(
		problem,
		{ sessions: [held()] },
		wish[0] ?? { learner: '', offer: '' },
		{
			seed: 1
		}
	);
	expect(price).toMatchObject({ possible: true, givesUp: [], othersTouched: 1, othersLosing: 1 });
	expect(price.possible && price.levels['first-choices']).toBe(0);
});

test('a wish that would push out a must has no price', () => {
	const problem = aProblem({
		offers: [anOffer('art', { maximum: 1 })],
		wishes: wish,
		musts: [{ learner: 'ben', offer: 'art' }]
	});
	const asked = { learner: 'ana', offer: 'art' };
	expect(priceOfWish(problem, { sessions: [held()] }, asked, { seed: 1 })).toEqual({
		possible: false
	});
});

test('relaxations say what one more section or seat would free', () => {
	const problem = aProblem({
		offers: [anOffer('art', { maximum: 1 })],
		wishes: ['ana', 'ben', 'caleb'].map((learner) => ({ learner, offer: 'art', rank: 1 }))
	});
	const [best] = findRelaxations(problem, { sessions: [held()] });
	// Seats: both waiting learners are free in d0p0. A section of one would free one wish.
	expect(best).toEqual({ kind: 'seats', offer: 'art', slot: 'd0p0', section: 0, wishes: 2 });
	expect(findRelaxations(problem, { sessions: [held()] })[1]).toMatchObject({
		kind: 'section',
		wishes: 1,
		adultMinutes: 60
	});
});

const must = (learner: string, offer: string) => ({ learner, offer });

/** Bad input, one case per cause; each must still give a valid plan. */
const CAUSES: Readonly<
	Record<
		Exclude<CauseCode, 'organiser.cause-musts-compete'>,
		readonly [Partial<WeekProblem>, readonly string[]]
	>
> = {
	'organiser.cause-prerequisite': [
		{ offers: [anOffer('art', { prerequisites: ['glazing'] })], musts: [must('ana', 'art')] },
		['ana', 'art']
	],
	'organiser.cause-zero-capacity': [
		{ offers: [anOffer('art', { minimum: 0, maximum: 0 })], musts: [must('ana', 'art')] },
		['art']
	],
	'organiser.cause-no-adult': [{ offers: [art], adults: [], musts: [must('ana', 'art')] }, ['art']],
	'organiser.cause-no-room': [{ offers: [art], rooms: [], musts: [must('ana', 'art')] }, ['art']],
	'organiser.cause-learner-away': [
		{
			offers: [anOffer('art', { slots: ['d0p0'] })],
			learners: [aLearner('ana', { away: ['d0p0'] })],
			musts: [must('ana', 'art')]
		},
		['ana', 'art']
	],
	'organiser.cause-musts-clash': [
		{
			offers: [
				anOffer('art', { slots: ['d0p0'] }),
				anOffer('maths', { slots: ['d0p0'] }),
				anOffer('music')
			],
			musts: [must('ana', 'art'), must('ana', 'maths'), must('ana', 'music')]
		},
		['ana', 'art', 'maths']
	],
	'organiser.cause-too-many-musts': [
		{
			offers: [anOffer('art', { maximum: 2 })],
			musts: [must('ana', 'art'), must('ben', 'art'), must('caleb', 'art')]
		},
		['art']
	],
	'organiser.cause-group-too-small': [
		{ offers: [anOffer('art', { minimum: 3 })], musts: [must('ana', 'art')] },
		['art']
	],
	'organiser.cause-apart': [
		{ offers: [art], musts: [must('ana', 'art'), must('ben', 'art')], apart: [['ana', 'ben']] },
		['art', 'ana', 'ben']
	],
	'organiser.cause-adult-overbooked': [
		{
			offers: [anOffer('art', { adults: ['hine'] }), anOffer('music', { adults: ['hine'] })],
			adults: [{ id: 'hine', maximumSessions: 1 }],
			musts: [must('ana', 'art'), must('ben', 'music')]
		},
		['hine', 'art', 'music']
	],
	'organiser.cause-study-full': [
		{ studySeats: { d0p0: 2, d0p1: 3, d0p2: 3, d1p0: 3, d1p1: 3, d1p2: 3 } },
		['d0p0']
	],
	'organiser.cause-pin': [
		{
			offers: [art],
			adults: [{ id: 'hine', away: ['d0p0'] }],
			pins: [{ offer: 'art', section: 0, slot: 'd0p0' }]
		},
		['art', '0']
	],
	'organiser.cause-no-slot': [
		{
			offers: [anOffer('art', { slots: ['d0p0', 'd0p1'] })],
			adults: [{ id: 'hine', away: ['d0p0'] }],
			rooms: [{ id: 'hall', seats: 9, closed: ['d0p1'] }],
			musts: [must('ana', 'art')]
		},
		['art']
	],
	'organiser.cause-room-too-small': [
		{
			offers: [anOffer('art', { minimum: 3, features: ['oven'] })],
			rooms: [
				{ id: 'hall', seats: 30 },
				{ id: 'kitchen', seats: 2, features: ['oven'] }
			],
			musts: [must('ana', 'art')]
		},
		['art']
	],
	'organiser.cause-together-rooms': [
		{
			// Two offers, each possible alone, one room in one slot for both; the third has nothing to do with it.
			offers: [
				anOffer('art', { slots: ['d0p0'] }),
				anOffer('music', { slots: ['d0p0'] }),
				anOffer('maths')
			],
			rooms: [{ id: 'hall', seats: 9 }],
			musts: [must('ana', 'art'), must('ana', 'maths'), must('ben', 'music')]
		},
		['ana', 'art', 'ben', 'music']
	],
	'organiser.cause-together-adults': [
		{
			offers: [
				anOffer('art', { slots: ['d0p0'], adults: ['hine'] }),
				anOffer('music', { slots: ['d0p0'], adults: ['hine'] }),
				anOffer('maths', { slots: ['d0p1'], adults: ['hine'] })
			],
			musts: [must('ana', 'art'), must('ben', 'music'), must('caleb', 'maths')]
		},
		['ana', 'art', 'ben', 'music']
	],
	'organiser.cause-together-apart': [
		{
			// Three who are all kept apart, and two groups.
			offers: [anOffer('art', { sections: 2 })],
			musts: [must('ana', 'art'), must('ben', 'art'), must('caleb', 'art')],
			apart: [
				['ana', 'ben'],
				['ben', 'caleb'],
				['ana', 'caleb']
			]
		},
		['ana', 'art', 'ben', 'art', 'caleb', 'art']
	],
	'organiser.cause-together-groups': [
		{
			// One group, and nobody is there in a period in which the other is.
			offers: [anOffer('art', { slots: ['d0p0', 'd0p1'] })],
			learners: [aLearner('ana', { away: ['d0p0'] }), aLearner('ben', { away: ['d0p1'] })],
			musts: [must('ana', 'art'), must('ben', 'art')]
		},
		['ana', 'art', 'ben', 'art']
	],
	'organiser.cause-together-limits': [
		{
			offers: [anOffer('art', { cost: 300 }), anOffer('music', { cost: 300 })],
			limits: { money: 500 },
			musts: [must('ana', 'art'), must('ben', 'music')]
		},
		['ana', 'art', 'ben', 'music']
	],
	'organiser.cause-together-several': [
		{
			// Neither one more adult nor one more room alone would do.
			offers: [anOffer('art', { slots: ['d0p0'] }), anOffer('music', { slots: ['d0p0'] })],
			rooms: [{ id: 'hall', seats: 9 }],
			adults: [{ id: 'hine' }],
			musts: [must('ana', 'art'), must('ben', 'music')]
		},
		['ana', 'art', 'ben', 'music']
	]
};

/** Of a set that does not fit together any may be the one that is left out: it comes first. */
const inAnyOrder = (code: string, ids: readonly string[]) =>
	code.startsWith('organiser.cause-together-') ? ids.toSorted() : ids;

for (const [code, [given, ids]] of Object.entries(CAUSES))
	test(`bad input still gives the best complete week and says why: ${code}`, () => {
		const problem = aProblem(given);
		const result = solve(problem, { seed: 1, budget: { moves: 1_000 } });
		if (!result.ok) throw new Error('refused');
		expect(validate(problem, result.plan)).toEqual([]);
		const causes = findCauses(problem, result.plan);
		const found = causes.map((cause) => ({
			code: cause.code,
			ids: inAnyOrder(cause.code, cause.ids)
		}));
		expect(found).toEqual([{ code, ids: inAnyOrder(code, ids) }]);
	});

test('where nothing is proven, the cause says no more than that no week was found', () => {
	const problem = aProblem({ offers: [art], musts: [must('ana', 'art')] });
	// A plan that was stopped before it began: the must could have been kept.
	expect(findCauses(problem, { sessions: [] })).toEqual([
		{ code: 'organiser.cause-musts-compete', ids: ['ana', 'art'] }
	]);
});

test('a pair kept apart is no cause for the must of somebody else', () => {
	const problem = aProblem({
		offers: [art],
		musts: [must('ana', 'art'), must('ben', 'art'), must('caleb', 'art')],
		apart: [['ana', 'ben']]
	});
	const plan = { sessions: [{ ...held(), learners: ['ana'] }] };
	expect(findCauses(problem, plan).map(({ code }) => code)).toEqual([
		'organiser.cause-apart',
		'organiser.cause-musts-compete'
	]);
});
