import { learnersFor, type AgeBand, type Rule, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { laddersOf, takesEffect, type Rung } from '../agency/index.ts';
import { ageBandOf } from '../people/index.ts';
import { answerWishes, callLearner } from './organiser.policy.ts';
import type { WeekId } from './organiser.tables.ts';
import {
	findWeekToday,
	listHeld,
	listPairs,
	listStaffCalls,
	listWishers,
	type HeldOffer,
	type PairView,
	type StaffCallRow,
	type WeekToday,
	type WisherRow
} from './staff-wishes.store.ts';
import { placeAndTime } from './roll.queries.ts';
import { findWeek } from './week-queries.ts';
import type { WeekHead } from './week-view.store.ts';
import { ageOf, fitsAge, isLate } from './wishes.ts';

/** The learners a rule of relationships opens to this adult. */
function mine(scope: Scope, rule: Rule): readonly PersonId[] {
	const learners = learnersFor(scope.actor, rule);
	return learners === 'everyone' ? [] : [...learners];
}

/** A learner of mine in the list of a week. */
export interface Wisher extends Omit<WisherRow, 'override' | 'birthDate' | 'grade'> {
	readonly band: AgeBand;
	readonly rung: Rung;
	readonly isLate: boolean;
	/** The learner's own word waits for an adult. */
	readonly waits: boolean;
	/** What an adult says for them counts at once (rung 0). */
	readonly adultSays: boolean;
	readonly offers: readonly Pick<HeldOffer, 'offerId' | 'title'>[];
}

export interface StaffWishes {
	readonly week: WeekHead;
	readonly wishers: readonly Wisher[];
	readonly pairs: readonly PairView[];
}

/** Who of my learners has wished, who not yet, whose list waits. Null as `findWeek`. Five statements. */
export async function getStaffWishes(scope: Scope, weekId: WeekId): Promise<StaffWishes | null> {
	const week = await findWeek(scope, weekId);
	if (!week) return null;
	const learnerIds = mine(scope, answerWishes);
	const rows = await listWishers(scope, weekId, learnerIds);
	const held = await listHeld(scope, weekId);
	const bands = rows.map((row) => ({
		learnerId: row.learnerId,
		band: ageBandOf(row, week.startsOn)
	}));
	const ladders = await laddersOf(scope, bands);
	const wishers = rows.map(({ override, birthDate, grade, ...row }, n): Wisher => {
		const rung = ladders.get(row.learnerId)?.time.rung ?? 2;
		const age = ageOf({ birthDate, grade }, week.startsOn);
		return {
			...row,
			band: bands[n]?.band ?? '12-18',
			rung,
			isLate: row.savedAt !== null && isLate(new Date(row.savedAt), week.wishesUntil),
			waits: row.state === 'waiting' && row.savedBy === row.learnerId && row.ranked.length > 0,
			adultSays: takesEffect(rung, 'adult'),
			offers: held
				.filter((offer) => fitsAge(offer, age))
				.map(({ offerId, title }) => ({ offerId, title }))
		};
	});
	return { week, wishers, pairs: await listPairs(scope, learnerIds) };
}

export interface StaffCalls {
	readonly week: WeekHead;
	readonly learners: readonly Pick<WisherRow, 'learnerId' | 'called'>[];
	readonly offers: readonly HeldOffer[];
	readonly calls: readonly StaffCallRow[];
}

/** Calls of my learners in a week, and whom I could call to what. Null as `findWeek`. Four statements. */
export async function getStaffCalls(scope: Scope, weekId: WeekId): Promise<StaffCalls | null> {
	const week = await findWeek(scope, weekId);
	if (!week) return null;
	const learnerIds = mine(scope, callLearner);
	const learners = await listWishers(scope, weekId, learnerIds);
	return {
		week,
		learners: learners.map(({ learnerId, called }) => ({ learnerId, called })),
		offers: await listHeld(scope, weekId),
		calls: await listStaffCalls(scope, weekId, learnerIds)
	};
}

/** What of the weeks this adult sees on their day, with the time of day where they are. One statement. */
export async function getWeekToday(scope: Scope): Promise<WeekToday & { readonly time: string }> {
	const learnerIds = mine(scope, answerWishes);
	const adultId = scope.actor.kind === 'person' ? scope.actor.personId : null;
	const { siteIds, time } = placeAndTime(scope);
	return { ...(await findWeekToday(scope, { learnerIds, adultId, siteIds, time })), time };
}
