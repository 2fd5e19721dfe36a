/** Made formats: making one costs a hundred times what using one does, and a page says many days. */
const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * The format of dates in a language of ours. English pages belong to a school that writes the day before the month.
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
	const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-NZ' : locale, options);
	kept.set(key, made);
	return made;
}
