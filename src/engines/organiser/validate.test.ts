import { expect, test } from 'vitest';
import type { PlannedSession, WeekProblem } from './problem.ts';
import { aLearner, anOffer, aProblem } from './testing.ts';
import { validate, type ViolationCode } from './validate.ts';

const held = (given: Partial<PlannedSession> = {}): PlannedSession => ({
	offer: 'art',
	section: 0,
	slot: 'd0p0',
	room: 'hall',
	adult: 'hine',
	learners: ['ana'],
	...given
});

const twoOffers = { offers: [anOffer('art', { sections: 2 }), anOffer('maths')] };

/** One planted breach per rule; each must be found, and nothing else. */
const BREACHES: Readonly<
	Record<ViolationCode, readonly [Partial<WeekProblem>, readonly PlannedSession[]]>
> = {
	'organiser.unknown-id': [twoOffers, [held({ adult: 'nobody' })]],
	'organiser.section-repeated': [twoOffers, [held(), held({ slot: 'd0p1', learners: ['ben'] })]],
	'organiser.slot-not-allowed': [{ offers: [anOffer('art', { slots: ['d1p0'] })] }, [held()]],
	'organiser.learner-twice-in-slot': [
		twoOffers,
		[held(), held({ offer: 'maths', room: 'lab', adult: 'tom' })]
	],
	'organiser.learner-twice-in-offer': [twoOffers, [held(), held({ section: 1, slot: 'd0p1' })]],
	'organiser.learner-away': [
		{ ...twoOffers, learners: [aLearner('ana', { away: ['d0p0'] })] },
		[held()]
	],
	'organiser.prerequisite-missing': [
		{ offers: [anOffer('art', { prerequisites: ['mixing colours'] })] },
		[held()]
	],
	'organiser.adult-missing': [twoOffers, [held({ adult: null })]],
	'organiser.adult-not-qualified': [
		{ offers: [anOffer('art', { qualifications: ['kiln'] })] },
		[held()]
	],
	'organiser.adult-away': [{ ...twoOffers, adults: [{ id: 'hine', away: ['d0p0'] }] }, [held()]],
	'organiser.adult-twice-in-slot': [
		twoOffers,
		[held(), held({ offer: 'maths', room: 'lab', learners: ['ben'] })]
	],
	'organiser.adult-over-limit': [
		{ ...twoOffers, adults: [{ id: 'hine', maximumSessions: 1 }] },
		[held(), held({ offer: 'maths', slot: 'd0p1' })]
	],
	'organiser.room-missing': [twoOffers, [held({ room: null })]],
	'organiser.room-features': [{ offers: [anOffer('art', { features: ['sink'] })] }, [held()]],
	'organiser.room-closed': [
		{ ...twoOffers, rooms: [{ id: 'hall', seats: 9, closed: ['d0p0'] }] },
		[held()]
	],
	'organiser.room-twice-in-slot': [
		twoOffers,
		[held(), held({ offer: 'maths', adult: 'tom', learners: ['ben'] })]
	],
	'organiser.room-too-small': [{ ...twoOffers, rooms: [{ id: 'hall', seats: 0 }] }, [held()]],
	'organiser.group-too-small': [{ offers: [anOffer('art', { minimum: 2 })] }, [held()]],
	'organiser.group-too-large': [{ offers: [anOffer('art', { maximum: 0 })] }, [held()]],
	'organiser.pair-not-apart': [
		{ ...twoOffers, apart: [['ben', 'ana']] },
		[held({ learners: ['ana', 'ben'] })]
	],
	'organiser.pin-moved': [
		{ ...twoOffers, pins: [{ offer: 'art', section: 0, slot: 'd1p0' }] },
		[held()]
	],
	'organiser.money-over-budget': [
		{ offers: [anOffer('art', { cost: 500 })], limits: { money: 499 } },
		[held()]
	],
	'organiser.adult-minutes-over-budget': [{ ...twoOffers, limits: { adultMinutes: 59 } }, [held()]]
};

for (const [code, [problem, sessions]] of Object.entries(BREACHES))
	test(`the validator finds ${code} and nothing else`, () => {
		const found = validate(aProblem(problem), { sessions });
		expect(found.map((violation) => violation.code)).toEqual([code]);
	});

test('a plan that keeps every rule is valid', () => {
	expect(validate(aProblem(twoOffers), { sessions: [held()] })).toEqual([]);
});
