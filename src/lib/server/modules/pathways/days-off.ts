import { addDays, schoolDay } from '../../platform/clock/index.ts';
import { whyClosed, type SchoolDays } from '../school/index.ts';

/** What a site says about its days, and where it is. */
export interface SchoolCalendar extends SchoolDays {
	readonly timeZone: string;
}

/** The days from today on which there is no school, by how many days ahead they are: weekends, holidays, closed days. */
export function daysOff(calendar: SchoolCalendar, now: Date, days: number): ReadonlySet<number> {
	const today = schoolDay(now, calendar.timeZone);
	const ahead = Array.from({ length: days }, (_, day) => day);
	return new Set(ahead.filter((day) => whyClosed(calendar, addDays(today, day)) !== null));
}
