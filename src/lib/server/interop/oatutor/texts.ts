/** The texts that say something, each once, a line each. */
export function joinTexts(texts: readonly string[]): string {
	return unique(texts.map((text) => text.replaceAll(/\/n|\\n(?![a-z])/gu, '\n').trim()))
		.filter((text) => text !== '')
		.join('\n');
}

/** Each entry once, in the order of its first appearance. */
export const unique = <T>(entries: readonly T[]): T[] => [...new Set(entries)];

/** `$$1/2$$ and $$2$$` without its marks. */
export const withoutMarks = (text: string): string =>
	text.replaceAll('$$', '').replaceAll(/\s+/gu, ' ').trim();
