import { mayFor, type AgeBand, type Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { rungsOf, type Rung } from '../agency/index.ts';
import { listOutcomes } from '../curriculum/index.ts';
import { beliefsOfMany } from '../learner-model/index.ts';
import { ageBandOf } from '../people/index.ts';
import { everything, shelfOf, type Shelf, type WhichChoices } from './choice-shelf.ts';
import { seeWeekOf } from './organiser.policy.ts';
import type { OfferId, WeekId } from './organiser.tables.ts';
import {
	findWishPageRow,
	type ChoiceRow,
	type CompanionRow,
	type ListRow
} from './wish-page.store.ts';
import { ageOf, fitsAge, inDrawnOrder, isLate, seedOfList } from './wishes.ts';

export interface WishChoice extends Pick<
	ChoiceRow,
	'offerId' | 'kind' | 'title' | 'about' | 'adults' | 'picture'
> {
	readonly places: number;
	/** What to learn first, in the learner's words; advice, not a lock. */
	readonly first: readonly string[];
}

/** A learner's page of wishes for one week. */
export interface WishPage {
	readonly weekId: WeekId;
	readonly startsOn: SchoolDay;
	readonly isPublished: boolean;
	readonly isOver: boolean;
	readonly wishesUntil: Date;
	readonly timeZone: string;
	readonly mostWishes: number;
	readonly called: string;
	readonly band: AgeBand;
	readonly rungs: { readonly time: Rung; readonly company: Rung };
	/** In the order drawn for this learner: the part that was asked for. */
	readonly choices: readonly WishChoice[];
	/** What is on the list and not in that part. */
	readonly chosen: readonly WishChoice[];
	readonly shelf: Shelf;
	/** What was said, without what is no longer offered. */
	readonly ranked: readonly OfferId[];
	readonly list: (Omit<ListRow, 'ranked'> & { readonly isLate: boolean }) | null;
	readonly companions: readonly CompanionRow[];
	readonly weeks: readonly { readonly weekId: WeekId; readonly startsOn: SchoolDay }[];
}

/** The most choices the youngest meet: three can be compared, more is a shelf. */
const youngMost = 3;

/**
 * What a learner can choose in a week of their site, and what was said so far. Null where there is no week to come, or
 * nothing of it may be seen. Four statements at most.
 */
export async function getWishPage(
	scope: Scope,
	which: {
		readonly learnerId: PersonId;
		readonly weekId: WeekId | null;
		readonly locale: string;
		readonly choices?: WhichChoices;
	}
): Promise<WishPage | null> {
	const { learnerId, weekId, locale } = which;
	const isOpen = mayFor(scope.actor, seeWeekOf, learnerId);
	const row = await findWishPageRow(scope, { learnerId: isOpen ? learnerId : null, weekId });
	if (!row) return null;
	const { startsOn, list, wishesUntil } = row;
	const band = ageBandOf(row, startsOn);
	const { time, company } = await rungsOf(scope, learnerId, band);
	const age = ageOf(row, startsOn);
	const known = new Set(list?.ranked);
	const open = row.choices.filter((one) => known.has(one.offerId) || fitsAge(one, age));
	const drawn = inDrawnOrder(open, seedOfList(row.weekId, learnerId));
	// What was chosen stays on the page, however few are shown.
	const { shelf, shown } =
		band === '5-7'
			? shelfOf(
					drawn
						.toSorted((a, b) => Number(known.has(b.offerId)) - Number(known.has(a.offerId)))
						.slice(0, Math.max(youngMost, known.size)),
					everything
				)
			: shelfOf(drawn, which.choices ?? everything);
	const chosen = drawn.filter((one) => known.has(one.offerId) && !shown.includes(one));
	const first = await firstNeeded(scope, { learnerId, choices: shown, band, locale });
	const ids = new Set(drawn.map(({ offerId }) => offerId));
	const toChoice = ({ needs, sections, maximum, ...one }: ChoiceRow): WishChoice => ({
		offerId: one.offerId,
		kind: one.kind,
		title: one.title,
		about: one.about,
		adults: one.adults,
		picture: one.picture,
		places: sections * maximum,
		first: needs.flatMap((id) => first.get(id) ?? [])
	});
	return {
		weekId: row.weekId,
		startsOn,
		isPublished: row.state === 'published',
		isOver: wishesUntil < scope.now,
		wishesUntil,
		timeZone: row.timeZone,
		mostWishes: band === '5-7' ? Math.min(row.mostWishes, youngMost) : row.mostWishes,
		called: row.called,
		band,
		rungs: { time, company },
		choices: shown.map(toChoice),
		chosen: chosen.map(toChoice),
		shelf,
		ranked: list?.ranked.filter((id) => ids.has(id)) ?? [],
		list: list && { ...list, isLate: isLate(new Date(list.savedAt), wishesUntil) },
		companions: row.companions,
		weeks: row.weeks
	};
}

interface Needing {
	readonly learnerId: PersonId;
	readonly choices: readonly ChoiceRow[];
	readonly band: AgeBand;
	readonly locale: string;
}

/** The words of what these choices build on and the learner does not yet hold; nothing is asked where they need nothing. */
async function firstNeeded(
	scope: Scope,
	{ learnerId, choices, band, locale }: Needing
): Promise<ReadonlyMap<OutcomeId, string>> {
	const needs = [...new Set(choices.flatMap((one) => one.needs))];
	if (needs.length === 0) return new Map();
	const beliefs = (await beliefsOfMany(scope, [learnerId], needs)).get(learnerId);
	const missing = needs.filter((id) => beliefs?.get(id)?.state !== 'secure');
	if (missing.length === 0) return new Map();
	const outcomes = await listOutcomes(scope, { outcomeIds: missing }, { band, locale });
	return new Map(outcomes.map(({ outcomeId, words }) => [outcomeId, words]));
}
