import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { dateFormat } from '#lib/ui/patterns/date-format.ts';

/** "14 December"; told by the server, so that both sides say the same. */
export const dayWords = (day: SchoolDay, locale: string): string =>
	dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
