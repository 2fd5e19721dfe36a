/** Made formats: making one costs a hundred times what using one does, and a page says many days. */
const kept = new Map<string, Intl.DateTimeFormat>();

/** The BCP 47 tag by which a language of ours is written: English pages belong to a school that puts the day first. */
export const regional = (locale: string): string => (locale === 'en' ? 'en-NZ' : locale);

/**
 * The format of dates in a language of ours.
 *
 * @param options as of `Intl.DateTimeFormat`; few different ones are in use, so all are kept
 */
export function dateFormat(
	locale: string,
	options: Readonly<Intl.DateTimeFormatOptions>
): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	const found = kept.get(key);
	if (found) return found;
	const made = new Intl.DateTimeFormat(regional(locale), options);
	kept.set(key, made);
	return made;
}

/** How a calendar day is written; a zone is no part of it. */
type DayOptions = Readonly<Omit<Intl.DateTimeFormatOptions, 'timeZone'>>;

const dayFormat = (locale: string, options: DayOptions) =>
	dateFormat(locale, { ...options, timeZone: 'UTC' });
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** A calendar day (`YYYY-MM-DD`) in words; no zone moves it. */
export const sayOn = (day: string, locale: string, options: DayOptions): string =>
	dayFormat(locale, options).format(midnight(day));

/** Two calendar days as one stretch: “26–27 March 2027”. */
export const sayFromUntil = (
	from: string,
	until: string,
	locale: string,
	options: DayOptions
): string => dayFormat(locale, options).formatRange(midnight(from), midnight(until));
