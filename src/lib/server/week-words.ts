import { dateFormat, sayFromUntil, sayOn } from '../ui/patterns/date-format.ts';
import { addDays, type SchoolDay } from './platform/clock/index.ts';

/** Days and instants of a week in words; told by the server, so that both sides say the same. */

/** “Monday 7 December”. */
export const sayDay = (on: SchoolDay, locale: string): string =>
	sayOn(on, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** “Mon 7”. */
export const sayShortDay = (on: SchoolDay, locale: string): string =>
	sayOn(on, locale, { weekday: 'short', day: 'numeric' });

/** “Monday”. */
export const sayWeekday = (on: SchoolDay, locale: string): string =>
	sayOn(on, locale, { weekday: 'long' });

/** “Mon”, where seven of them must stand side by side. */
export const sayShortWeekday = (on: SchoolDay, locale: string): string =>
	sayOn(on, locale, { weekday: 'short' });

/** “7–11 December”: the school days of a week. */
export const sayWeek = (monday: SchoolDay, locale: string): string =>
	sayFromUntil(monday, addDays(monday, 4), locale, { day: 'numeric', month: 'long' });

/** “Friday 4 December, 3 pm” where the site is. */
export const sayInstant = (at: Date, locale: string, timeZone: string): string =>
	dateFormat(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		hour: 'numeric',
		minute: '2-digit',
		timeZone
	}).format(at);
