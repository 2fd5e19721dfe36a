import { addDays, instantAt, type SchoolDay } from '../../platform/clock/index.ts';
import type { WeekRule } from './week-rule.store.ts';

const dayMs = 24 * 60 * 60 * 1000;

interface Opening {
	readonly startsOn: SchoolDay;
	readonly timeZone: string;
	/** When the week is opened. */
	readonly now: Date;
}

/**
 * Until when wishes are taken: the rule's weekday and time of the week before. A week that is opened too late for that
 * takes them for a day, at most until it begins.
 */
export function wishesUntil(
	{ closesWeekday, closesAt }: Pick<WeekRule, 'closesWeekday' | 'closesAt'>,
	{ startsOn, timeZone, now }: Opening
): Date {
	const byRule = instantAt(addDays(startsOn, closesWeekday - 8), closesAt, timeZone);
	const begins = instantAt(startsOn, '00:00', timeZone);
	const aDay = Math.min(now.getTime() + dayMs, begins.getTime());
	return byRule > now ? byRule : new Date(Math.max(byRule.getTime(), aDay));
}
