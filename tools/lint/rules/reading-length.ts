/** Who reads a message; see docs/guides/words.md. */
export type Reader = '5-7' | '8-11' | '12-18' | 'family' | 'staff';

/** The most words a sentence may have. */
export const wordLimit: Readonly<Record<Reader, number>> = {
	'5-7': 6,
	'8-11': 12,
	'12-18': 15,
	family: 15,
	staff: 20
};

const bySuffix: readonly (readonly [string, Reader])[] = [
	['_5_7', '5-7'],
	['_8_11', '8-11'],
	['_12_18', '12-18'],
	['_family', 'family'],
	['_staff', 'staff']
];
// Files, and first words of keys, that one audience alone reads. Anything else may reach an
// eight-year-old.
const byName: Readonly<Record<string, Reader>> = {
	staff: 'staff',
	import: 'staff',
	settings: 'staff',
	organiser: 'staff',
	resourcing: 'staff',
	insight: 'staff',
	lead: 'staff',
	cli: 'staff',
	mentor: 'family',
	family: 'family'
};

/**
 * Who reads a message: the suffix of its key says so, else the key's first word, else its file, else
 * everyone from eight.
 */
export function readerOf(file: string, key: string): Reader {
	const suffixed = bySuffix.find(([suffix]) => key.endsWith(suffix))?.[1];
	return suffixed ?? byName[key.split('_')[0] ?? ''] ?? byName[file] ?? '8-11';
}

/** The words of each sentence; a placeholder such as `{name}` counts as one. */
export function sentenceLengths(message: string): number[] {
	return message
		.replaceAll(/\{[^{}]*\}/g, 'x')
		.split(/(?<=[.!?…])["”’)]*\s+|\n+/u)
		.map((sentence) => sentence.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}’'.,:-]*[\p{L}\p{N}])?/gu))
		.map((words) => words?.length ?? 0);
}

/** The texts of one message: itself, or every form of one that has plural forms. */
export function textsOf(message: unknown): string[] {
	if (typeof message === 'string') return [message];
	if (Array.isArray(message)) return message.flatMap(textsOf);
	if (typeof message !== 'object' || message === null) return [];
	return 'match' in message ? Object.values(message.match ?? {}).flatMap(textsOf) : [];
}

/** Messages with a sentence too long for whoever reads it. */
export function tooLong(file: string, messages: Readonly<Record<string, unknown>>): string[] {
	return Object.entries(messages).flatMap(([key, message]) => {
		if (key.startsWith('$')) return [];
		const reader = readerOf(file, key);
		const longest = Math.max(0, ...textsOf(message).flatMap(sentenceLengths));
		if (longest <= wordLimit[reader]) return [];
		return [`${key}: ${longest} words in a sentence, at most ${wordLimit[reader]} for ${reader}`];
	});
}
