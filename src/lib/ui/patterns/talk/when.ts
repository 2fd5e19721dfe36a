import { m } from '#lib/paraglide/messages.js';
import { dateFormat } from '../date-format.ts';

/** Where and in which language an instant is told. */
export interface Telling {
	readonly now: Date;
	readonly locale: string;
	/** IANA zone of the person's site. */
	readonly timeZone: string;
}

const dayMs = 86_400_000;

/** Calendar days from `at` to now in the zone; negative for tomorrow. */
function daysAgo(at: Date, { now, timeZone }: Telling): number {
	const day = (instant: Date) =>
		Date.parse(dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant));
	return Math.round((day(now) - day(at)) / dayMs);
}

/** "3:20 pm" today, "Yesterday", "Monday" within a week, then "24 November". Told by the server, so that both sides agree. */
export function sayWhen(at: Date, telling: Telling): string {
	const { locale, timeZone } = telling;
	const say = (options: Intl.DateTimeFormatOptions) =>
		dateFormat(locale, { ...options, timeZone }).format(at);
	const days = daysAgo(at, telling);
	if (days <= 0) return say({ hour: 'numeric', minute: '2-digit' });
	if (days === 1) return m.conversations_yesterday();
	if (days < 7) return say({ weekday: 'long' });
	return say({ day: 'numeric', month: 'long' });
}
