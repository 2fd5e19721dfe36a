import { addDays, isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
export { mondayOf } from '../../platform/clock/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import { toId } from '../../platform/ids.ts';
import { whyClosed, type PeriodId, type PeriodView, type TermView } from '../school/index.ts';

/** What decides on which days of a week something can be held. */
export interface SiteCalendar {
	readonly periods: readonly PeriodView[];
	/** Terms that have not ended before the week, and those that ended in the year before. */
	readonly terms: readonly TermView[];
	readonly closed: readonly { readonly day: SchoolDay; readonly reason: string }[];
}

/** One day of a week as a page shows it. */
export interface WeekDay {
	readonly day: SchoolDay;
	/** Nobody comes, and why; null words mean holidays. */
	readonly closed: { readonly words: string | null } | null;
}

/** A learning period of a school day: the engine's slot. */
export interface WeekSlot {
	/** `${day} ${periodId}`, the id under which the engine knows it. */
	readonly id: string;
	readonly day: SchoolDay;
	/** 0 = Monday. */
	readonly dayIndex: number;
	readonly period: PeriodView;
	readonly minutes: number;
}

export const slotId = (day: SchoolDay, periodId: PeriodId): string => `${day} ${periodId}`;

/** The day and the period of a slot's id; throws where it is none. */
export function slotParts(id: string): { readonly day: SchoolDay; readonly periodId: PeriodId } {
	const [day, period = ''] = id.split(' ');
	if (!isSchoolDay(day)) throw new TypeError('not the id of a slot');
	return { day, periodId: toId<PeriodId>(period) };
}

/** Minutes since midnight of a time of day such as `09:05:00`. */
export function minuteOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

const ofSite = (terms: readonly TermView[], siteId: SiteId) =>
	terms.filter((term) => term.siteId === null || term.siteId === siteId);

/** The days of a week on which the site's grid has periods, closed ones with their reason. */
export function weekDays(
	siteId: SiteId,
	startsOn: SchoolDay,
	{ periods, terms, closed }: SiteCalendar
): readonly WeekDay[] {
	const weekdays = [...new Set(periods.map(({ weekday }) => weekday))].sort((a, b) => a - b);
	const days = { weekdays, terms: ofSite(terms, siteId), closed };
	return weekdays.map((weekday) => {
		const day = addDays(startsOn, weekday - 1);
		return { day, closed: whyClosed(days, day) };
	});
}

/** The learning periods of a week's school days, in order of time. */
export function weekSlots(
	siteId: SiteId,
	startsOn: SchoolDay,
	calendar: SiteCalendar
): readonly WeekSlot[] {
	const open = weekDays(siteId, startsOn, calendar).filter(({ closed }) => closed === null);
	return open.flatMap(({ day }) => {
		const dayIndex = daysBetween(startsOn, day);
		return calendar.periods
			.filter(({ weekday, kind }) => weekday === dayIndex + 1 && kind === 'learning')
			.map((period) => ({
				id: slotId(day, period.periodId),
				day,
				dayIndex,
				period,
				minutes: minuteOf(period.endsAt) - minuteOf(period.startsAt)
			}))
			.filter(({ minutes }) => minutes > 0)
			.sort((a, b) => minuteOf(a.period.startsAt) - minuteOf(b.period.startsAt));
	});
}

export const daysBetween = (from: SchoolDay, to: SchoolDay): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
