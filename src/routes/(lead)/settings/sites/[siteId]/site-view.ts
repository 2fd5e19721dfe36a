import type { ClosedDayView, PeriodView } from '#lib/server/modules/school/index.ts';
import { addDays, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import { sayFromUntil } from '#lib/ui/patterns/date-format.ts';

export interface DaySpan {
	readonly from: SchoolDay;
	readonly until: SchoolDay;
	readonly reason: string;
	readonly words: string;
}

/** "26–27 March 2027". */
export const sayDays = (from: SchoolDay, until: SchoolDay, locale: string): string =>
	sayFromUntil(from, until, locale, { dateStyle: 'medium' });

/** Closed days that follow each other for one reason, as one line. */
export function daySpans(closed: readonly ClosedDayView[], locale: string): readonly DaySpan[] {
	const spans: { from: SchoolDay; until: SchoolDay; reason: string }[] = [];
	for (const { day, reason } of closed) {
		const last = spans.at(-1);
		if (last?.reason === reason && addDays(last.until, 1) === day) last.until = day;
		else spans.push({ from: day, until: day, reason });
	}
	return spans.map((span) => ({ ...span, words: sayDays(span.from, span.until, locale) }));
}

/** The seven days of the grid; Saturday and Sunday are empty in most schools. */
export const gridDays = (periods: readonly PeriodView[]) =>
	[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
		weekday,
		periods: periods
			.filter((period) => period.weekday === weekday)
			.map(({ periodId, name, startsAt, endsAt, kind }) => ({
				periodId,
				name,
				startsAt: startsAt.slice(0, 5),
				endsAt: endsAt.slice(0, 5),
				kind
			}))
	}));
