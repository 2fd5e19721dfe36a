/** Endings that make two forms of one word differ ("rivers", "biking"). */
const endings = /(ings?|ies|es|s|e|y)$/;

function stem(word: string): string {
	if (word.length < 4) return word;
	const cut = word.replace(endings, '');
	return cut.length < 3 ? word : cut;
}

/** Words without case, marks and common endings: "Biking at the river" is [bik, at, the, riv…]. */
function stems(text: string): readonly string[] {
	const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
	return plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' ? [] : [stem(word)]));
}

/**
 * The tags of a vocabulary that a learner's own words name: every word of the tag occurs in them, whatever its ending,
 * case or macrons. "I love fishing in our river" names `fishing` and `rivers`.
 */
export function tagsIn(words: string, vocabulary: Iterable<string>): readonly string[] {
	const said = new Set(stems(words));
	return [...vocabulary].filter((tag) => {
		const parts = stems(tag);
		return parts.length > 0 && parts.every((part) => said.has(part));
	});
}
