import { dateFormat } from '#lib/ui/patterns/date-format.ts';

/** A moment in the words of a language and the zone of the school. */
export const saidAt = (at: Date, locale: string, timeZone: string): string =>
	dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
