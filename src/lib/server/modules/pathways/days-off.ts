import { addDays, schoolDay, type SchoolDay } from '../../platform/clock/index.ts';

/** What a site says about its days. */
export interface SchoolCalendar {
	readonly timeZone: string;
	/** Weekdays with periods, 1 = Monday to 7 = Sunday; empty where no week grid is set. */
	readonly weekdays: readonly number[];
	/** Whether any term is known; where none is, only the week counts. */
	readonly hasTerms: boolean;
	readonly terms: readonly { readonly from: SchoolDay; readonly until: SchoolDay }[];
	readonly closed: ReadonlySet<SchoolDay>;
}

const mondayToFriday = [1, 2, 3, 4, 5] as const;

/** The days from today on which there is no school, by how many days ahead they are: weekends, holidays, closed days. */
export function daysOff(calendar: SchoolCalendar, now: Date, days: number): ReadonlySet<number> {
	const today = schoolDay(now, calendar.timeZone);
	const ahead = Array.from({ length: days }, (_, day) => day);
	return new Set(ahead.filter((day) => !isSchoolDay(calendar, addDays(today, day))));
}

function isSchoolDay(calendar: SchoolCalendar, day: SchoolDay): boolean {
	const { weekdays, hasTerms, terms, closed } = calendar;
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
	const week: readonly number[] = weekdays.length > 0 ? weekdays : mondayToFriday;
	if (!week.includes(weekday) || closed.has(day)) return false;
	return !hasTerms || terms.some(({ from, until }) => from <= day && day <= until);
}
