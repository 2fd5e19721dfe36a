import { mayFor, type Scope } from '../../platform/access/index.ts';
import { addDays, schoolDay, timeOfDay, type SchoolDay } from '../../platform/clock/index.ts';
import { partOf, type Part } from '../../platform/db/at-once.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeriodId } from '../school/index.ts';
import { seeWeekOf } from './organiser.policy.ts';
import type { WeekId } from './organiser.tables.ts';
import {
	findOwnWeekRow,
	type IntentionView,
	type OwnCallRow,
	weeksAhead,
	type OwnWeekRow,
	type SeatRow,
	type UnmetRow,
	type WeekAheadRow
} from './own-week.store.ts';
import { daysBetween, mondayOf, weekDays, weekSlots } from './week-slots.ts';

/** One learning period of one day: a seat, or study where there is none. */
export interface OwnBlock {
	readonly periodId: PeriodId;
	readonly name: string;
	/** Times of day at the site, `HH:MM`. */
	readonly startsAt: string;
	readonly endsAt: string;
	readonly when: 'done' | 'now' | 'later';
	readonly seat: SeatRow | null;
	/** The must or call that this seat answers. */
	readonly call: OwnCallRow | null;
	readonly intentions: readonly IntentionView[];
}

export interface OwnDay {
	readonly day: SchoolDay;
	readonly isToday: boolean;
	readonly closed: { readonly words: string | null } | null;
	readonly blocks: readonly OwnBlock[];
	/** Meant for some time of that day. */
	readonly intentions: readonly IntentionView[];
}

/** A learner's own week. */
export interface OwnWeek {
	readonly learnerId: PersonId;
	readonly called: string;
	readonly weekId: WeekId | null;
	readonly startsOn: SchoolDay;
	readonly state: 'none' | 'holidays' | 'open' | 'published';
	readonly wishesUntil: Date | null;
	readonly timeZone: string;
	readonly today: SchoolDay;
	/** Today first, where it is in the week. */
	readonly days: readonly OwnDay[];
	readonly calls: readonly OwnCallRow[];
	readonly unmet: readonly UnmetRow[];
	readonly weeks: OwnWeekRow['weeks'];
}

/** One week of a learner, this one where none is asked for; null where it may not be seen. One statement. */
export async function getOwnWeek(
	scope: Scope,
	learnerId: PersonId,
	asked: SchoolDay | null = null
): Promise<OwnWeek | null> {
	const isOpen = mayFor(scope.actor, seeWeekOf, learnerId);
	const monday = mondayOf(asked ?? scope.today);
	const row = await findOwnWeekRow(scope, isOpen ? learnerId : null, monday);
	return row ? toOwnWeek(row, { learnerId, monday, now: scope.now }) : null;
}

interface Frame {
	readonly learnerId: PersonId;
	readonly monday: SchoolDay;
	readonly now: Date;
}

/** The row as days and blocks, seen at an instant. */
export function toOwnWeek(row: OwnWeekRow, { learnerId, monday, now }: Frame): OwnWeek {
	const { timeZone, week } = row;
	const today = schoolDay(now, timeZone);
	const days = toDays(row, monday, now);
	const isPublished = week?.state === 'published';
	return {
		learnerId,
		called: row.called,
		weekId: week?.weekId ?? null,
		startsOn: monday,
		state: isPublished
			? 'published'
			: days.length > 0 && days.every(({ closed }) => closed !== null)
				? 'holidays'
				: (week?.state ?? 'none'),
		wishesUntil: week ? new Date(week.wishesUntil) : null,
		timeZone,
		today,
		days: [...days.filter(({ day }) => day >= today), ...days.filter(({ day }) => day < today)],
		calls: row.calls,
		unmet: row.unmet,
		weeks: row.weeks
	};
}

type Times = Pick<
	OwnWeekRow,
	'siteId' | 'timeZone' | 'periods' | 'terms' | 'closed' | 'seats' | 'calls' | 'intentions'
>;

function toDays(row: Times, monday: SchoolDay, now: Date): readonly OwnDay[] {
	const { siteId, timeZone } = row;
	const today = schoolDay(now, timeZone);
	const time = timeOfDay(now, timeZone);
	const slots = weekSlots(siteId, monday, row);
	return weekDays(siteId, monday, row).map(({ day, closed }) => ({
		day,
		isToday: day === today,
		closed,
		blocks: slots
			.filter((slot) => slot.day === day)
			.map(({ period }) => toBlock(row, { day, today, time, ...period })),
		intentions: row.intentions.filter((one) => one.day === day && one.periodId === null)
	}));
}

interface AtBlock {
	readonly day: SchoolDay;
	readonly today: SchoolDay;
	readonly time: string;
	readonly periodId: PeriodId;
	readonly name: string;
	readonly startsAt: string;
	readonly endsAt: string;
}

function toBlock({ seats, calls, intentions }: Times, at: AtBlock): OwnBlock {
	const { day, today, time, periodId } = at;
	const endsAt = at.endsAt.slice(0, 5);
	const startsAt = at.startsAt.slice(0, 5);
	const seat = seats.find((one) => one.day === day && one.periodId === periodId) ?? null;
	const isPast = day < today || (day === today && endsAt <= time);
	const isNow = day === today && !isPast && startsAt <= time;
	return {
		periodId,
		name: at.name,
		startsAt,
		endsAt,
		when: isPast ? 'done' : isNow ? 'now' : 'later',
		seat,
		call: (seat && calls.find(({ offerId }) => offerId === seat.offerId)) ?? null,
		intentions: intentions.filter((one) => one.day === day && one.periodId === periodId)
	};
}

/** What goes on now; else the next session; else the next period of study. Null where the week is over. */
export function nextBlock({ days }: Pick<OwnWeek, 'days'>): {
	readonly day: SchoolDay;
	readonly isToday: boolean;
	readonly block: OwnBlock;
} | null {
	const ahead = days
		.toSorted((a, b) => (a.day < b.day ? -1 : 1))
		.flatMap(({ day, isToday, blocks }) => blocks.map((block) => ({ day, isToday, block })))
		.filter(({ block }) => block.when !== 'done');
	return (
		ahead.find(({ block }) => block.when === 'now') ??
		ahead.find(({ block }) => block.seat !== null) ??
		ahead[0] ??
		null
	);
}

/** What comes next in a learner's published weeks, with the day it is on. */
export interface DayAhead {
	readonly day: SchoolDay;
	/** So many days from today. */
	readonly inDays: number;
	readonly next: OwnBlock;
	/** All of that day. */
	readonly blocks: readonly OwnBlock[];
}

/** The day of what comes next for a learner, this week or the one after; null where nothing is published or theirs to see. */
export function dayAhead(scope: Scope, learnerId: PersonId): Part<DayAhead | null> {
	const isOpen = mayFor(scope.actor, seeWeekOf, learnerId);
	const query = weeksAhead(scope, isOpen ? learnerId : null, mondayOf(scope.today));
	return partOf(query, (rows) => toDayAhead(rows, scope.now));
}

function toDayAhead(rows: readonly WeekAheadRow[], now: Date): DayAhead | null {
	const days = rows.flatMap(({ startsOn, ...row }) =>
		toDays({ ...row, calls: [], intentions: [] }, startsOn, now)
	);
	const next = nextBlock({ days });
	const today = rows[0] && schoolDay(now, rows[0].timeZone);
	if (!next || !today) return null;
	const { day, block } = next;
	const blocks = days.filter((one) => one.day === day).flatMap((one) => one.blocks);
	return { day, inDays: daysBetween(today, day), next: block, blocks };
}

/** The Monday of the week after. */
export const nextMonday = (monday: SchoolDay): SchoolDay => addDays(monday, 7);
