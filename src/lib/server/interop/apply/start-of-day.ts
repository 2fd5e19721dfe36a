import { addDays, type SchoolDay } from '#lib/server/platform/clock/index.ts';

/** Milliseconds that the clocks of a zone show at an instant, read as if they were UTC. */
function wallTime(instant: number, format: Intl.DateTimeFormat): number {
	const parts = new Map(
		format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
	);
	const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
	return Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second')
	);
}

/** The instant at which a school day begins in an IANA zone; two steps settle any change of the clocks. */
export function startOfDay(day: SchoolDay, timeZone: string): Date {
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	const wanted = Date.parse(`${day}T00:00:00Z`);
	let instant = wanted;
	for (let step = 0; step < 2; step++) instant -= wallTime(instant, format) - wanted;
	return new Date(instant);
}

/** Days are inclusive in rosters; what ends on a day ends at the start of the next. */
export const endOfDay = (day: SchoolDay, timeZone: string): Date =>
	startOfDay(addDays(day, 1), timeZone);
