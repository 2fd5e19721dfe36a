import type { SchoolDay } from '#lib/server/platform/clock/index.ts';

/** "14 December"; told by the server, so that both sides say the same. */
export const dayWords = (day: SchoolDay, locale: string): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-NZ' : locale, {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	}).format(new Date(`${day}T00:00:00Z`));
