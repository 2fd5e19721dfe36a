import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { sayOn } from '#lib/ui/patterns/date-format.ts';

/** "14 December"; told by the server, so that both sides say the same. */
export const dayWords = (day: SchoolDay, locale: string): string =>
	sayOn(day, locale, { day: 'numeric', month: 'long' });
