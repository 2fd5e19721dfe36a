/** A moment in the words of a language and the zone of the school. */
export const saidAt = (at: Date, locale: string, timeZone: string): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-NZ' : locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone
	}).format(at);
