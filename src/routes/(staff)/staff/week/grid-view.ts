import type { WeekGrid } from '#lib/server/modules/organiser/index.ts';
import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { sayDay, sayShortDay } from '#lib/server/week-words.ts';

/** A grid with its days in words. */
export const toGridView = ({ days, rows }: WeekGrid, locale: string) => ({
	days: days.map(({ day, closed }) => ({
		day,
		short: sayShortDay(day, locale),
		long: sayDay(day, locale),
		closed
	})),
	rows
});

/** The day a phone shows first: what the address asks for, else today if it is in the week, else the first school day. */
export function chosenDay({ days }: WeekGrid, asked: string | null, today: SchoolDay): string {
	const found = days.find(({ day }) => day === asked) ?? days.find(({ day }) => day === today);
	return (found ?? days.find(({ closed }) => closed === null) ?? days[0])?.day ?? '';
}
