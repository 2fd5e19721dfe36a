import { mayFor, type Scope } from '../../platform/access/index.ts';
import { addDays, schoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeriodId } from '../school/index.ts';
import { seeWeekOf } from './organiser.policy.ts';
import type { WeekId } from './organiser.tables.ts';
import {
	findOwnWeekRow,
	type IntentionView,
	type OwnCallRow,
	type OwnWeekRow,
	type SeatRow,
	type UnmetRow
} from './own-week.store.ts';
import { mondayOf, weekDays, weekSlots } from './week-slots.ts';

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

/** The time of day where the site is, `HH:MM`. */
export const timeOfDay = (instant: Date, timeZone: string): string =>
	new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(instant);

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
	const { siteId, timeZone, week } = row;
	const today = schoolDay(now, timeZone);
	const time = timeOfDay(now, timeZone);
	const slots = weekSlots(siteId, monday, row);
	const isPublished = week?.state === 'published';
	const days = weekDays(siteId, monday, row).map(({ day, closed }) => ({
		day,
		isToday: day === today,
		closed,
		blocks: slots
			.filter((slot) => slot.day === day)
			.map(({ period }) => toBlock(row, { day, today, time, ...period })),
		intentions: row.intentions.filter((one) => one.day === day && one.periodId === null)
	}));
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

interface AtBlock {
	readonly day: SchoolDay;
	readonly today: SchoolDay;
	readonly time: string;
	readonly periodId: PeriodId;
	readonly name: string;
	readonly startsAt: string;
	readonly endsAt: string;
}

function toBlock({ seats, calls, intentions }: OwnWeekRow, at: AtBlock): OwnBlock {
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

/** The Monday of the week after. */
export const nextMonday = (monday: SchoolDay): SchoolDay => addDays(monday, 7);
