/** Letters as search compares them: small, without macrons, doubled vowels as one. */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/([aeiou])\1/g, '$1');

/** Those of whose names a part begins like this. */
export const withNameLike = <T extends { readonly called: string }>(
	people: readonly T[],
	words: string
): readonly T[] =>
	people.filter(({ called }) =>
		plain(called)
			.split(' ')
			.some((part) => part.startsWith(plain(words.trim())))
	);
