import { addDays, instantAt, type SchoolDay } from '#lib/server/platform/clock/index.ts';

/** The instant at which a school day begins in an IANA zone. */
export const startOfDay = (day: SchoolDay, timeZone: string): Date =>
	instantAt(day, '00:00', timeZone);

/** Days are inclusive in rosters; what ends on a day ends at the start of the next. */
export const endOfDay = (day: SchoolDay, timeZone: string): Date =>
	startOfDay(addDays(day, 1), timeZone);
