import {
	owedMinutes,
	type Adult,
	type Habit,
	type Learner,
	type Offer,
	type Owed,
	type Pair,
	type Room,
	type WeekPlan,
	type WeekProblem
} from '#engines/organiser/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { ageBandOf, ageOfGrade } from '../people/index.ts';
import type { BeliefMap } from '../learner-model/index.ts';
import type { OfferId } from './organiser.tables.ts';
import type { AbsenceFact, OfferFact, PersonFact, SeatedFact, WeekFacts } from './week-facts.ts';
import { callNeeds, evidenceNeeds } from './week-needs.ts';
import { minuteOf, slotId, type WeekSlot } from './week-slots.ts';

/**
 * The engine's problem of one week, from the facts alone. An age limit of an offer goes in as a prerequisite of its own
 * (`ages <offer>`), which learners of that age hold, and those whom an adult calls whatever their age.
 */
export function toWeekProblem(facts: WeekFacts): WeekProblem {
	const learners = learnersIn(facts);
	const offers = new Set(facts.offers.map(({ offerId }) => offerId));
	const known = new Set(learners.map(({ personId }) => personId));
	const calls = facts.calls.filter(
		({ learnerId, offerId }) => known.has(learnerId) && offers.has(offerId)
	);
	const called = new Set(calls.map(({ learnerId, offerId }) => pairKey(learnerId, offerId)));
	const adults = adultsIn(facts);
	const held = { ...facts, calls };
	const { money, adultMinutes } = facts.week;
	return {
		slots: facts.slots.map(({ id, dayIndex, minutes }) => ({ id, day: dayIndex, minutes })),
		rooms: facts.rooms.map((room) => toRoom(room, facts)),
		adults: adults.map((adult) => toAdult(adult, facts)),
		learners: learners.map((learner) => toLearner(learner, facts, called)),
		offers: facts.offers.map((offer) => toOffer(offer, facts, adults)),
		musts: onePerPair(
			calls
				.filter(({ isMust }) => isMust)
				.map(({ learnerId, offerId }) => ({ learner: learnerId, offer: offerId }))
		),
		needs: [
			...callNeeds(held),
			...learners.flatMap((learner) =>
				evidenceNeeds(held, {
					learnerId: learner.personId,
					age: ageMonths(learner, facts.week.startsOn) / 12,
					offers: facts.offers.filter((offer) => mayTake(learner, offer, facts, called))
				})
			)
		],
		wishes: facts.wishes
			.filter(({ learnerId, offerId }) => known.has(learnerId) && offers.has(offerId))
			.map(({ learnerId, offerId, rank }) => ({ learner: learnerId, offer: offerId, rank })),
		owed: learners.flatMap((learner) => owedTo(learner, facts)),
		apart: pairsOf(facts, 'apart', known),
		together: mutual(pairsOf(facts, 'wants', known)),
		habits: habitsOf(facts, known),
		studySeats: facts.week.studySeats,
		limits: {
			...(money !== null && { money }),
			...(adultMinutes !== null && { adultMinutes })
		},
		...(facts.published.length > 0 && { published: toWeekPlan(facts.published) })
	};
}

const pairKey = (learnerId: PersonId, offerId: OfferId): string => `${learnerId} ${offerId}`;

function onePerPair<T extends { readonly learner: string; readonly offer: string }>(
	items: readonly T[]
): readonly T[] {
	return [...new Map(items.map((item) => [`${item.learner} ${item.offer}`, item])).values()];
}

const learnersIn = ({ people }: WeekFacts): readonly PersonFact[] => [
	...new Map(
		people.filter(({ role }) => role === 'learner').map((person) => [person.personId, person])
	).values()
];

/** Teachers and support of the site, and whoever else an offer names; each once, in the order given. */
function adultsIn({ people, offers }: WeekFacts): readonly PersonFact[] {
	const named = new Set(offers.flatMap((offer) => offer.adults.map(({ personId }) => personId)));
	const leads = ({ role, personId }: PersonFact) =>
		role === 'teacher' || role === 'support' || (role !== 'learner' && named.has(personId));
	return [...new Map(people.filter(leads).map((one) => [one.personId, one])).values()];
}

const covers = (absence: AbsenceFact, { day, period }: WeekSlot): boolean =>
	absence.startsOn <= day &&
	day <= absence.endsOn &&
	(absence.periodId === null || absence.periodId === period.periodId);

const slotsWhere = (slots: readonly WeekSlot[], is: (slot: WeekSlot) => boolean) =>
	slots.filter(is).map(({ id }) => id);

function toRoom(room: WeekFacts['rooms'][number], { slots, absences }: WeekFacts): Room {
	const lost = absences.filter(({ roomId }) => roomId === room.roomId);
	return {
		id: room.roomId,
		seats: room.seats,
		features: room.features,
		...(room.area !== null && { area: room.area }),
		closed: slotsWhere(slots, (slot) => lost.some((absence) => covers(absence, slot)))
	};
}

const awayOf = (personId: PersonId, { slots, absences, busy }: WeekFacts): readonly string[] => {
	const mine = absences.filter((absence) => absence.personId === personId);
	const elsewhere = busy.filter((one) => one.personId === personId);
	return slotsWhere(
		slots,
		(slot) =>
			mine.some((absence) => covers(absence, slot)) ||
			elsewhere.some(
				({ day, startsAt, endsAt }) =>
					day === slot.day &&
					minuteOf(startsAt) < minuteOf(slot.period.endsAt) &&
					minuteOf(slot.period.startsAt) < minuteOf(endsAt)
			)
	);
};

const toAdult = (person: PersonFact, facts: WeekFacts): Adult => ({
	id: person.personId,
	away: awayOf(person.personId, facts),
	...(person.mostSessions !== null && { maximumSessions: person.mostSessions })
});

/** Without a birth date or a grade, the middle of the oldest band. */
const middleAge = 14;

function ageMonths({ birthDate, grade }: PersonFact, onDay: SchoolDay): number {
	if (birthDate === null) return 12 * (ageOfGrade(grade) ?? middleAge);
	const part = (day: SchoolDay, from: number, to: number) => Number(day.slice(from, to));
	const months =
		12 * (part(onDay, 0, 4) - part(birthDate, 0, 4)) + part(onDay, 5, 7) - part(birthDate, 5, 7);
	return Math.max(0, months - (part(onDay, 8, 10) < part(birthDate, 8, 10) ? 1 : 0));
}

const hasAges = ({ ageFrom, ageTo }: OfferFact): boolean => ageFrom !== null || ageTo !== null;
const agesId = (offerId: OfferId): string => `ages ${offerId}`;

function isOfAge(learner: PersonFact, offer: OfferFact, onDay: SchoolDay): boolean {
	const age = Math.floor(ageMonths(learner, onDay) / 12);
	return (offer.ageFrom ?? 0) <= age && age <= (offer.ageTo ?? 200);
}

const isSecure = (state: string): boolean => state === 'secure' || state === 'due-a-refresh';

const secureOf = (beliefs: BeliefMap | undefined): readonly OutcomeId[] =>
	[...(beliefs?.values() ?? [])]
		.filter(({ state }) => isSecure(state))
		.map(({ outcomeId }) => outcomeId);

function mayTake(
	learner: PersonFact,
	offer: OfferFact,
	facts: WeekFacts,
	called: ReadonlySet<string>
): boolean {
	const asked = called.has(pairKey(learner.personId, offer.offerId));
	if (!asked && !isOfAge(learner, offer, facts.week.startsOn)) return false;
	const secure = new Set(secureOf(facts.beliefs.get(learner.personId)));
	return offer.needsFirst.every((outcomeId) => secure.has(outcomeId));
}

function toLearner(person: PersonFact, facts: WeekFacts, called: ReadonlySet<string>): Learner {
	const { personId } = person;
	const beliefs = facts.beliefs.get(personId);
	const aged = facts.offers.filter(
		(offer) =>
			hasAges(offer) &&
			(called.has(pairKey(personId, offer.offerId)) || isOfAge(person, offer, facts.week.startsOn))
	);
	const wanted = new Set(facts.offers.flatMap(({ needsFirst }) => needsFirst));
	return {
		id: personId,
		ageMonths: ageMonths(person, facts.week.startsOn),
		away: awayOf(personId, facts),
		secure: [
			...secureOf(beliefs).filter((outcomeId) => wanted.has(outcomeId)),
			...aged.map(({ offerId }) => agesId(offerId))
		],
		standing: standingOf(beliefs, facts),
		credit: facts.credits.get(personId) ?? 0
	};
}

/** Mean chance of success by strand, in per cent, of what anybody has evidence on. */
function standingOf(
	beliefs: BeliefMap | undefined,
	{ strandOf, offers }: WeekFacts
): Readonly<Record<string, number>> {
	const used = new Set(offers.map(({ strandId }) => strandId));
	const chances = new Map<string, number[]>();
	for (const { outcomeId, probability } of beliefs?.values() ?? []) {
		const strandId = strandOf.get(outcomeId);
		if (strandId === undefined || !used.has(strandId)) continue;
		chances.set(strandId, [...(chances.get(strandId) ?? []), probability]);
	}
	const mean = (values: readonly number[]) =>
		Math.round((100 * values.reduce((a, b) => a + b, 0)) / values.length);
	return Object.fromEntries([...chances].map(([strandId, values]) => [strandId, mean(values)]));
}

function toOffer(offer: OfferFact, { slots }: WeekFacts, adults: readonly PersonFact[]): Offer {
	const here = new Set(adults.map(({ personId }) => personId));
	const usual = offer.adults.find(({ personId, isUsual }) => isUsual && here.has(personId));
	const isOpen = ({ day, period }: WeekSlot) =>
		offer.fromDay <= day &&
		(offer.untilDay === null || day <= offer.untilDay) &&
		(offer.periodIds.length === 0 || offer.periodIds.includes(period.periodId));
	return {
		id: offer.offerId,
		kind: offer.kind,
		sections: offer.sections,
		minimum: offer.minimum,
		maximum: offer.maximum,
		...(offer.strandId !== null && { domain: offer.strandId }),
		...leadersOf(offer, adults),
		...(usual && { usualAdult: usual.personId }),
		features: offer.features,
		needsRoom: offer.needsRoom,
		slots: slotsWhere(slots, isOpen),
		prerequisites: [...offer.needsFirst, ...(hasAges(offer) ? [agesId(offer.offerId)] : [])],
		grouping: offer.grouping,
		...(offer.ageSpreadMonths !== null && { ageSpreadMonths: offer.ageSpreadMonths }),
		...(offer.cost !== null && { cost: offer.cost })
	};
}

/**
 * Who may lead: those the offer names who are still here. Where it names nobody, any teacher of the site; something
 * off-site that names nobody is led by the people there.
 */
function leadersOf(
	offer: OfferFact,
	adults: readonly PersonFact[]
): Pick<Offer, 'adults' | 'qualifications'> {
	if (offer.adults.length > 0) {
		const named = new Set(offer.adults.map(({ personId }) => personId));
		const left = adults.filter(({ personId }) => named.has(personId));
		// Nobody left is not "needs nobody": an id that no adult has says so to the engine's rules.
		return left.length > 0 ? { adults: left.map(({ personId }) => personId) } : noLeader;
	}
	if (offer.kind === 'off-site') return { adults: [] };
	const teachers = adults.filter(({ role }) => role === 'teacher');
	return teachers.length > 0 ? { adults: teachers.map(({ personId }) => personId) } : noLeader;
}

/** Asks for a qualification that nobody holds. */
const noLeader = { qualifications: ['somebody who is here'] } as const;

function owedTo(learner: PersonFact, facts: WeekFacts): readonly Owed[] {
	const { startsOn } = facts.week;
	const band = ageBandOf(
		{ override: learner.band, birthDate: learner.birthDate, grade: learner.grade },
		startsOn
	);
	const offered = new Set(facts.offers.map(({ strandId }) => strandId));
	return facts.rules
		.filter((rule) => rule.band === band && offered.has(rule.strandId))
		.map((rule) => ({
			learner: learner.personId,
			domain: rule.strandId,
			minutes: owedMinutes(rule.weeklyMinutes, lastMinutes(learner.personId, rule.strandId, facts))
		}))
		.filter(({ minutes }) => minutes > 0);
}

function lastMinutes(
	learnerId: PersonId,
	strandId: string,
	{ given, weeksKnown }: WeekFacts
): readonly number[] {
	const of = (weeksAgo: number) =>
		given.find(
			(one) => one.learnerId === learnerId && one.strandId === strandId && one.weeksAgo === weeksAgo
		)?.minutes ?? 0;
	return Array.from({ length: weeksKnown }, (_, index) => of(weeksKnown - index));
}

function pairsOf(
	{ pairs }: WeekFacts,
	kind: 'wants' | 'apart',
	known: ReadonlySet<PersonId>
): readonly Pair[] {
	const found = pairs
		.filter((pair) => pair.kind === kind && known.has(pair.learnerId) && known.has(pair.otherId))
		.map(({ learnerId, otherId }): Pair => [learnerId, otherId]);
	return [...new Map(found.map((pair) => [pair.join(' '), pair])).values()];
}

/** Company counts when both say it; each pair once. */
function mutual(wants: readonly Pair[]): readonly Pair[] {
	const said = new Set(wants.map((pair) => pair.join(' ')));
	return wants.filter(([a, b]) => a < b && said.has(`${b} ${a}`));
}

/** The same period a week ago. */
function habitsOf({ before, slots, offers }: WeekFacts, known: ReadonlySet<PersonId>) {
	const here = new Set(slots.map(({ id }) => id));
	const offered = new Set(offers.map(({ offerId }) => offerId));
	return before.flatMap(({ offerId, day, periodId, learnerIds }): readonly Habit[] => {
		const slot = slotId(addDays(day, 7), periodId);
		if (!here.has(slot) || !offered.has(offerId)) return [];
		return learnerIds
			.filter((learnerId) => known.has(learnerId))
			.map((learner) => ({ learner, slot, offer: offerId }));
	});
}

/** Sessions of the tables as the engine's plan. */
export const toWeekPlan = (sessions: readonly SeatedFact[]): WeekPlan => ({
	sessions: sessions.map((session) => ({
		offer: session.offerId,
		section: session.section,
		slot: slotId(session.day, session.periodId),
		room: session.roomId,
		adult: session.adultId,
		learners: [...session.learnerIds].sort()
	}))
});
