/** The messages of one locale: a sentence, or the variants of one. */
export type Messages = Readonly<Record<string, unknown>>;

/** Names of what a message is given, however its variants use them. */
function parametersOf(message: unknown): string {
	const text = JSON.stringify(message ?? '');
	const used = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	const declared = [...text.matchAll(/"input (\w+)"/g)].map(([, name]) => name);
	return [...new Set(declared.length > 0 ? declared : used)].toSorted().join(', ');
}

/** Keys that one of two locales lacks, and messages that are given different things in them. */
export function unlike(base: Messages, other: Messages): readonly string[] {
	const missing = Object.keys(base).filter((key) => !(key in other));
	const extra = Object.keys(other).filter((key) => !(key in base));
	const different = Object.keys(base).filter(
		(key) => key in other && parametersOf(base[key]) !== parametersOf(other[key])
	);
	return [
		...missing.map((key) => `${key} is missing`),
		...extra.map((key) => `${key} stands in no other locale`),
		...different.map((key) => `${key} is given ${parametersOf(other[key]) || 'nothing'}`)
	];
}

const code = String.raw`'([a-z0-9-]+\.[a-z0-9-]+)'`;
const places: readonly RegExp[] = [
	new RegExp(String.raw`\bfail(?:<[^>]*>)?\(\s*${code}`, 'g'),
	new RegExp(String.raw`\bcode:\s*${code}`, 'g'),
	// A schema's issue may carry a code of ours: `v.minLength(1, 'plans.words-missing')`.
	new RegExp(String.raw`\bv\.\w+\([^()]*(?:\([^()]*\)[^()]*)*,\s*${code}\s*\)`, 'g')
];

/** Codes of failures that a source file may answer with. */
export function failureCodes(source: string): readonly string[] {
	const found = places.flatMap((place) =>
		[...source.matchAll(place)].map(([, name]) => name ?? '')
	);
	return [...new Set(found)];
}

/** The key of the message that says a code; the same rule as in `platform/i18n`. */
export const errorKey = (name: string): string => `error_${name.replaceAll(/[.-]/g, '_')}`;

/** Keys that no source names; those of failures are used by their codes. */
export function unused(keys: readonly string[], sources: readonly string[]): readonly string[] {
	const words = new Set(sources.flatMap((source) => source.match(/\w+/g) ?? []));
	// Problems of imported files are said under their code alone, other failures as errors.
	const said = new Set(
		sources
			.flatMap((source) => [...source.matchAll(/'([a-z0-9-]+(?:\.[a-z0-9-]+)+)'/g)])
			.flatMap(([, name = '']) => [errorKey(name), errorKey(name).slice('error_'.length)])
	);
	return keys.filter((key) => !words.has(key) && !said.has(key));
}
