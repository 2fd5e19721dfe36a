/** A tag as a person reads it: `add_and_subtract-decimals` is "add and subtract decimals". */
export const tagWords = (tag: string): string =>
	tag
		.replaceAll(/[_-]+/gu, ' ')
		.replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
		.trim() || tag;

const mostExamples = 3;
const longestExample = 300;

/** Titles of a few different things under one topic, joined for a person to read. */
export function exampleOf(titles: Iterable<string>): string {
	const few = new Set<string>();
	for (const title of titles) {
		if (title.trim() !== '') few.add(title.trim());
		if (few.size === mostExamples) break;
	}
	return [...few].join(' · ').slice(0, longestExample);
}
