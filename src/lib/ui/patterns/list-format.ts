const kept = new Map<string, Intl.ListFormat>();

/** “A, B, and C” in a language of ours; made once for each, as a format costs a hundred times what using it does. */
export function listFormat(locale: string): Intl.ListFormat {
	const found = kept.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
	kept.set(locale, found);
	return found;
}
