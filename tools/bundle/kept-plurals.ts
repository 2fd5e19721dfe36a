import type { Plugin } from 'vite';

const isRegistry = /\/paraglide\/registry\.js$/;
const made = 'new Intl.PluralRules(locale, options).select(Number(input))';

/** The message compiler's registry, with the rules of a language made once; as it comes, it makes them for each message. */
export function withKeptRules(code: string): string {
	if (!code.includes(made)) throw new Error('The registry is other than kept-plurals.ts expects.');
	const keeping = `const kept = new Map();
const rulesOf = (locale, options) => {
	const key = locale + JSON.stringify(options);
	if (!kept.has(key)) kept.set(key, new Intl.PluralRules(locale, options));
	return kept.get(key);
};`;
	return `${code.replace(made, 'rulesOf(locale, options).select(Number(input))')}\n${keeping}`;
}

/** Plural rules are kept, on the server and in the browser: a class of counts took ten milliseconds. */
export const keptPlurals = (): Plugin => ({
	name: 'locus-kept-plurals',
	apply: 'build',
	enforce: 'post',
	transform: {
		filter: { id: isRegistry },
		handler: (code) => ({ code: withKeptRules(code), map: null })
	}
});
