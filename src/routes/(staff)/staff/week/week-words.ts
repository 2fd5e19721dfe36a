import type { WeekGrid } from '#lib/server/modules/organiser/index.ts';
import { addDays, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import { dateFormat } from '#lib/ui/patterns/date-format.ts';

const inWords = (day: SchoolDay, locale: string, options: Intl.DateTimeFormatOptions): string =>
	dateFormat(locale, {
		...options,
		timeZone: 'UTC'
	}).format(new Date(`${day}T00:00:00Z`));

/** “Mon 7”. */
export const shortDay = (day: SchoolDay, locale: string): string =>
	inWords(day, locale, { weekday: 'short', day: 'numeric' });

/** “Monday 7 December”. */
export const longDay = (day: SchoolDay, locale: string): string =>
	inWords(day, locale, { weekday: 'long', day: 'numeric', month: 'long' });

/** “7–11 December”: the school days of a week. */
export const weekWords = (monday: SchoolDay, locale: string): string =>
	dateFormat(locale, {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	}).formatRange(new Date(`${monday}T00:00:00Z`), new Date(`${addDays(monday, 4)}T00:00:00Z`));

/** “Friday 4 December, 3 pm” where the site is. */
export const instantWords = (at: Date, locale: string, timeZone: string): string =>
	dateFormat(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		hour: 'numeric',
		minute: '2-digit',
		timeZone
	}).format(at);

/** A grid with its days in words. */
export const toGridView = ({ days, rows }: WeekGrid, locale: string) => ({
	days: days.map(({ day, closed }) => ({
		day,
		short: shortDay(day, locale),
		long: longDay(day, locale),
		closed
	})),
	rows
});

/** The day a phone shows first: what the address asks for, else today if it is in the week, else the first school day. */
export function chosenDay({ days }: WeekGrid, asked: string | null, today: SchoolDay): string {
	const found = days.find(({ day }) => day === asked) ?? days.find(({ day }) => day === today);
	return (found ?? days.find(({ closed }) => closed === null) ?? days[0])?.day ?? '';
}
