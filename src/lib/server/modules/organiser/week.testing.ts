import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { newUuid, type PersonId, type SiteId, type Uuid } from '../../platform/ids.ts';
import { minuteOf, mondayOf, daysBetween, slotId, type WeekSlot } from './week-slots.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type { OfferId } from './organiser.tables.ts';
import type { OfferFact, PersonFact, WeekFacts } from './week-facts.ts';

const newId = <Id extends Uuid>() => newUuid<Id>(new Date(0));

function dayOf(text: string): SchoolDay {
	if (!isSchoolDay(text)) throw new TypeError('tests name real days');
	return text;
}

/** The Monday of every hand-built week. */
export const testMonday = dayOf('2026-12-07');

/** A learning period of a day of that week, an hour from nine unless told otherwise. */
export function slotFact(text: string, startsAt = '09:00:00', endsAt = '10:00:00'): WeekSlot {
	const day = dayOf(text);
	const dayIndex = daysBetween(mondayOf(day), day);
	const periodId = newId<PeriodId>();
	return {
		id: slotId(day, periodId),
		day,
		dayIndex,
		minutes: minuteOf(endsAt) - minuteOf(startsAt),
		period: {
			periodId,
			weekday: dayIndex + 1,
			position: 1,
			name: 'Block',
			startsAt,
			endsAt,
			kind: 'learning'
		}
	};
}

export const personFact = (
	role: PersonFact['role'],
	more: Partial<PersonFact> = {}
): PersonFact => ({
	personId: newId<PersonId>(),
	called: role,
	role,
	birthDate: null,
	grade: '05',
	band: null,
	mostSessions: null,
	...more
});

/** One section of 1 to 10 in any room, led by any teacher. */
export const offerFact = (more: Partial<OfferFact>): OfferFact => ({
	offerId: newId<OfferId>(),
	title: 'Bread and fractions',
	kind: 'workshop',
	opportunityId: null,
	strandId: null,
	ageFrom: null,
	ageTo: null,
	sections: 1,
	minimum: 1,
	maximum: 10,
	grouping: 'any',
	ageSpreadMonths: null,
	needsRoom: true,
	features: [],
	periodIds: [],
	cost: null,
	fromDay: dayOf('2026-01-01'),
	untilDay: null,
	builds: [],
	needsFirst: [],
	adults: [],
	...more
});

/** A week with one slot and one room of twenty seats, and nothing else but what is given. */
export const factsWith = (more: Partial<WeekFacts>): WeekFacts => ({
	week: {
		siteId: newId<SiteId>(),
		startsOn: testMonday,
		state: 'open',
		studySeats: 20,
		money: null,
		adultMinutes: null
	},
	slots: [slotFact('2026-12-07')],
	rooms: [{ roomId: newId<RoomId>(), name: 'Room 1', seats: 20, features: [], area: null }],
	people: [],
	offers: [],
	absences: [],
	calls: [],
	wishes: [],
	pairs: [],
	planned: [],
	beliefs: new Map(),
	graph: { ids: [], precedes: [] },
	strandOf: new Map(),
	agesOf: new Map(),
	credits: new Map(),
	rules: [],
	given: [],
	weeksKnown: 0,
	busy: [],
	before: [],
	published: [],
	...more
});
