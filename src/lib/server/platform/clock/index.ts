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

/** The school day at `instant` in an IANA zone such as `Pacific/Auckland`. */
export function schoolDay(instant: Date, timeZone: string): SchoolDay {
	const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
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
