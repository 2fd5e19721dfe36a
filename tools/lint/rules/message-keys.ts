/** One file of messages: those of one module in one language. */
export interface MessageFile {
	readonly locale: string;
	readonly name: string;
	readonly messages: Readonly<Record<string, unknown>>;
}

type Placed = { readonly file: string; readonly parameters: string };

/**
 * What does not fit, a sentence each: a key in two files of one language (the compiler then takes forty times as
 * long, and one of the two wordings is dead), a key that another language lacks, and parameters that differ.
 */
export function messageFaults(files: readonly MessageFile[]): readonly string[] {
	const byLocale = new Map<string, Map<string, Placed>>();
	const faults: string[] = [];
	for (const { locale, name, messages } of files) {
		const known = byLocale.get(locale) ?? new Map<string, Placed>();
		byLocale.set(locale, known);
		for (const [key, value] of Object.entries(messages)) {
			if (key === '$schema') continue;
			const other = known.get(key);
			if (other) faults.push(`${locale}: ${key} stands in ${other.file} and in ${name}`);
			known.set(key, { file: name, parameters: parametersOf(value) });
		}
	}
	return [...faults, ...differences(byLocale)];
}

function differences(byLocale: ReadonlyMap<string, ReadonlyMap<string, Placed>>): string[] {
	const locales = [...byLocale.keys()];
	return locales.flatMap((locale) =>
		locales.filter((other) => other !== locale).flatMap((other) => missing(byLocale, locale, other))
	);
}

function missing(
	byLocale: ReadonlyMap<string, ReadonlyMap<string, Placed>>,
	locale: string,
	other: string
): string[] {
	const there = byLocale.get(other);
	return [...(byLocale.get(locale) ?? [])].flatMap(([key, { file, parameters }]) => {
		const found = there?.get(key);
		if (!found) return [`${other}: ${key} of ${file} is missing`];
		return found.parameters === parameters || locale > other
			? []
			: [`${key}: ${locale} has {${parameters}}, ${other} has {${found.parameters}}`];
	});
}

/** The names in braces, sorted; variants by number or kind are looked through as a whole. */
function parametersOf(value: unknown): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	const names = [...text.matchAll(/(?<!\\)\{([A-Za-z_]\w*)\}/g)].map(([, name]) => name ?? '');
	return [...new Set(names)].sort().join(', ');
}
