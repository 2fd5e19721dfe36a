import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';

/** Stands in the browser's code for the language, until each language gets its own copy of the files. */
const marker = '__LOCUS_LANGUAGE__';
const choice = 'const locale = experimentalStaticLocale ?? options.locale ?? getLocale()';
const isMessage = /\/paraglide\/messages\/(?!_index)\w+\.js$/;
const isRuntime = /\/paraglide\/runtime\.js$/;
const scripts = '_app/immutable';

/** A message as the compiler wrote it, but with the language from the file it stands in, not asked at each call. */
export function withLanguageOfFile(code: string): string {
	const changed = code
		.replace(choice, `const locale = ${marker}`)
		.replace(/^import \{ getLocale, experimentalStaticLocale \}.*$/m, '')
		.replace(/\(\(inputs( = \{\})?, options = \{\}\) =>/, '((inputs$1) =>');
	if (!changed.includes(marker) || /\boptions\.locale|getLocale\(/.test(changed))
		throw new Error('The message compiler writes messages differently now: see one-language.ts.');
	return changed;
}

/** What a browser needs of the compiler's runtime: the language is in the file, and nothing can change it. */
const runtimeOf = (languages: readonly string[]) =>
	[
		`export const baseLocale = ${JSON.stringify(languages[0])};`,
		`export const locales = ${JSON.stringify(languages)};`,
		'export const isLocale = (one) => locales.includes(one);',
		`export const getLocale = () => ${marker};`,
		'export const overwriteGetLocale = () => {};'
	].join('\n');

/** The copy of a built file in one language: the words of the others fall away. */
export function inOneLanguage(file: string, code: string, language: string): string {
	const chosen = code.replaceAll(marker, JSON.stringify(language));
	const small = minifySync(file, chosen, { module: true, mangle: true, compress: true });
	const [problem] = small.errors;
	if (problem) throw new Error(`${file} in ${language}: ${problem.message}`);
	return small.code;
}

/** Beside the first language, each has a folder of its own; styles and fonts stay where they are. */
const pathOf = (file: string, language: string | null) =>
	language === null ? file : join(language, file);
/** Styles are named in the midst of texts, however the minifier joins them. */
export const upToAssets = (code: string): string =>
	code.replaceAll(/(?<!\.\.\/)\.\.\/assets\//g, '../../assets/');

/**
 * The browser gets the words of one language: the built scripts are written once for each, the first language in
 * `_app/immutable`, another in `_app/immutable/<language>`; `script-language.ts` sends a page to its own.
 */
export function oneLanguage(languages: readonly [string, ...string[]]): Plugin {
	const [first] = languages;
	return {
		name: 'locus-one-language',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: [isMessage, isRuntime] },
			handler: (code, id) => ({
				code: isRuntime.test(id) ? runtimeOf(languages) : withLanguageOfFile(code),
				map: null
			})
		},
		writeBundle: {
			order: 'post',
			sequential: true,
			handler({ dir = '' }, bundle) {
				for (const { fileName, type } of Object.values(bundle)) {
					if (type !== 'chunk' || !fileName.startsWith(`${scripts}/`)) continue;
					const file = fileName.slice(scripts.length + 1);
					const code = readFileSync(join(dir, fileName), 'utf8');
					for (const language of languages) {
						const copy = inOneLanguage(fileName, code, language);
						const path = join(dir, scripts, pathOf(file, language === first ? null : language));
						mkdirSync(dirname(path), { recursive: true });
						writeFileSync(path, language === first ? copy : upToAssets(copy));
					}
				}
			}
		}
	};
}
