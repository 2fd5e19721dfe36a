import type { Brand } from '#engines/kernel/index.ts';

/** A day as a school counts it, `YYYY-MM-DD` in the site's own zone. */
export type SchoolDay = Brand<string, 'school-day'>;

/** Where the present instant comes from; the one place that reads the machine's clock. */
export interface Clock {
	now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and for the seeding of stories. */
export const fixedClock = (instant: Date): Clock => ({ now: () => new Date(instant) });

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

export function isSchoolDay(value: unknown): value is SchoolDay {
	if (typeof value !== 'string' || !dayPattern.test(value)) return false;
	const parsed = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}

/** Made once for each zone: making one costs a hundred times what using it does. */
function formatPerZone(
	locale: string,
	options: Readonly<Intl.DateTimeFormatOptions>
): (timeZone: string) => Intl.DateTimeFormat {
	const made = new Map<string, Intl.DateTimeFormat>();
	return (timeZone) => {
		const known = made.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
		made.set(timeZone, known);
		return known;
	};
}

const dayFormat = formatPerZone('en-CA', { dateStyle: 'short' });

/** The school day at `instant` in an IANA zone such as `Pacific/Auckland`. */
export function schoolDay(instant: Date, timeZone: string): SchoolDay {
	const day = dayFormat(timeZone).format(instant);
	if (!isSchoolDay(day)) throw new RangeError('the zone gave no calendar day');
	return day;
}

/** `day` moved by whole days, forward or back. */
export function addDays(day: SchoolDay, days: number): SchoolDay {
	const moved = new Date(`${day}T00:00:00Z`);
	moved.setUTCDate(moved.getUTCDate() + days);
	const text = moved.toISOString().slice(0, 10);
	if (!isSchoolDay(text)) throw new RangeError('not a calendar day');
	return text;
}

/** 1 = Monday to 7 = Sunday. */
export const weekdayOf = (day: SchoolDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week in which `day` lies. */
export const mondayOf = (day: SchoolDay): SchoolDay => addDays(day, 1 - weekdayOf(day));

/** Days from `from` to `until`, both included; none where the second is earlier. */
export function eachDay(from: SchoolDay, until: SchoolDay): readonly SchoolDay[] {
	const days: SchoolDay[] = [];
	for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
	return days;
}

const wallClockOf = formatPerZone('en-GB', {
	hourCycle: 'h23',
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric',
	minute: 'numeric'
});

const handsOf = formatPerZone('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The time of day that clocks in an IANA zone show, `HH:MM`. */
export const timeOfDay = (instant: Date, timeZone: string): string =>
	handsOf(timeZone).format(instant);

const minuteMs = 60_000;

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: number, timeZone: string): number {
	const parts = wallClockOf(timeZone).formatToParts(instant);
	const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / minuteMs) * minuteMs;
}

/**
 * The instant at which clocks in the zone show this day and time (`HH:MM`, seconds are left out). A time that is skipped
 * in spring is taken an hour later, one that comes twice in autumn the first time or the second, but always the same.
 */
export function instantAt(day: SchoolDay, time: string, timeZone: string): Date {
	const asUtc = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
	const guess = asUtc - aheadOfUtc(asUtc, timeZone);
	return new Date(asUtc - aheadOfUtc(guess, timeZone));
}
