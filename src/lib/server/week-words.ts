import { addDays, type SchoolDay } from './platform/clock/index.ts';

/** Days and instants of a week in words; told by the server, so that both sides say the same. */
const tagOf = (locale: string): string => (locale === 'en' ? 'en-NZ' : locale);

const day = (on: SchoolDay, locale: string, options: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone: 'UTC' }).format(
		new Date(`${on}T00:00:00Z`)
	);

/** “Monday 7 December”. */
export const sayDay = (on: SchoolDay, locale: string): string =>
	day(on, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** “Monday”. */
export const sayWeekday = (on: SchoolDay, locale: string): string =>
	day(on, locale, { weekday: 'long' });

/** “Mon”, where seven of them must stand side by side. */
export const sayShortWeekday = (on: SchoolDay, locale: string): string =>
	day(on, locale, { weekday: 'short' });

/** “7–11 December”: the school days of a week. */
export const sayWeek = (monday: SchoolDay, locale: string): string =>
	new Intl.DateTimeFormat(tagOf(locale), {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	}).formatRange(new Date(`${monday}T00:00:00Z`), new Date(`${addDays(monday, 4)}T00:00:00Z`));

/** “Friday 4 December, 3 pm” where the site is. */
export const sayInstant = (at: Date, locale: string, timeZone: string): string =>
	new Intl.DateTimeFormat(tagOf(locale), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		hour: 'numeric',
		minute: '2-digit',
		timeZone
	}).format(at);
