/** A text to compare, by its id. */
export interface Text<Id> {
	readonly id: Id;
	readonly text: string;
}

/** One of the most alike: `likeness` is the cosine of the two texts, 0 nothing in common, 1 the same words. */
export interface Alike<Id> {
	readonly id: Id;
	readonly likeness: number;
}

const dull = new Set(
	'a an and are as at be by can for from how i in into is it its of on or our that the their them they this to up use using we what when which with you your openstax oatutor precalc alg calc'.split(
		' '
	)
);

/** Words of a text in their plainest form: no marks, no plural s, no dull words. */
export function wordsOf(text: string): readonly string[] {
	const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
	return (plain.match(/\p{L}{2,}|\p{N}+/gu) ?? [])
		.filter((word) => !dull.has(word))
		.map((word) =>
			word
				.replace(/(?<=\p{L}{3})ies$/u, 'y')
				.replace(/(?<=\p{L}{2}[^s])s$/u, '')
				.replace(/(?<=\p{L}{4})(ing|ed)$/u, '')
		);
}

type Weights = ReadonlyMap<string, number>;

function countsOf(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** (1 + ln tf) · ln(1 + N / df), then scaled to length 1 (Salton and Buckley 1988, "ltc" up to the 1 in the logarithm). */
function weigh(counts: ReadonlyMap<string, number>, rarity: (word: string) => number): Weights {
	const raw = [...counts].map(([word, n]) => [word, (1 + Math.log(n)) * rarity(word)] as const);
	const length = Math.hypot(...raw.map(([, weight]) => weight));
	return new Map(length === 0 ? [] : raw.map(([word, weight]) => [word, weight / length]));
}

/**
 * Finds the texts most like a question, by cosine over TF-IDF weights. Memory grows with the texts' own words only:
 * each word points at the texts that have it, and a question touches just those.
 */
export function likenessOf<Id>(texts: readonly Text<Id>[]) {
	const counts = texts.map(({ text }) => countsOf(text));
	const textsWith = new Map<string, number>();
	for (const each of counts)
		for (const word of each.keys()) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
	const rarity = (word: string) => Math.log(1 + texts.length / (textsWith.get(word) ?? 1));
	const postings = new Map<string, [at: number, weight: number][]>();
	counts.forEach((each, at) => {
		for (const [word, weight] of weigh(each, rarity)) {
			const list = postings.get(word) ?? [];
			list.push([at, weight]);
			postings.set(word, list);
		}
	});

	/** The `most` most alike with at least `least` likeness, most alike first; ties keep the order of the texts. */
	return (question: string, most: number, least = 0.05): readonly Alike<Id>[] => {
		const sums = new Map<number, number>();
		for (const [word, weight] of weigh(countsOf(question), rarity)) {
			for (const [at, other] of postings.get(word) ?? [])
				sums.set(at, (sums.get(at) ?? 0) + weight * other);
		}
		return [...sums]
			.filter(([, sum]) => sum >= least)
			.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, most)
			.flatMap(([at, sum]) => {
				const text = texts[at];
				return text ? [{ id: text.id, likeness: Math.min(1, sum) }] : [];
			});
	};
}
