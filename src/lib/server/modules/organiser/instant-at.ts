import type { SchoolDay } from '../../platform/clock/index.ts';

const minuteMs = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric'
	});
	clocks.set(timeZone, clock);
	return clock;
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
	const parts = wallClock(timeZone).formatToParts(instant);
	const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / minuteMs) * minuteMs;
}

/**
 * The instant at which clocks in a zone show this day and time (`HH:MM` or `HH:MM:SS`); where clocks are put forward
 * and the time does not exist, the instant an hour on.
 */
export function instantAt(day: SchoolDay, time: string, timeZone: string): Date {
	const asUtc = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
	const guess = asUtc - offsetAt(asUtc, timeZone);
	return new Date(asUtc - offsetAt(guess, timeZone));
}
