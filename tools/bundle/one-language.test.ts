import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inOneLanguage, upToAssets, withLanguageOfFile } from './one-language.ts';

const messages = 'src/lib/paraglide/messages';
const said = (key: string) =>
	withLanguageOfFile(readFileSync(`${messages}/${key}.js`, 'utf8')).replaceAll('../', `./`);

/** What a built file exports, run. */
async function run(code: string): Promise<Record<string, (inputs?: object) => string>> {
	const registry = `const plural = (language, count) => new Intl.PluralRules(language).select(count);`;
	const alone = code.replace(/import\s*\*\s*as (\w+) from[^;]*;/, `${registry}const $1={plural};`);
	return import(`data:text/javascript,${encodeURIComponent(alone)}`);
}

test('a message says its words in the language of the file alone', async () => {
	const code = said('work_add');
	const english = inOneLanguage('a.js', code, 'en');
	const maori = inOneLanguage('a.js', code, 'mi');
	expect((await run(english))['work_add']?.()).toBe('Add something I did');
	expect((await run(maori))['work_add']?.()).toBe('Tāpirihia tētahi mahi āku');
	expect(english).not.toContain('mahi');
	expect(maori).not.toContain('something');
});

test('a message with a number keeps its forms', async () => {
	const english = await run(inOneLanguage('a.js', said('classes_learners'), 'en'));
	const learners = english['classes_learners'];
	expect([learners?.({ count: 1 }), learners?.({ count: 2 })]).toEqual(['1 learner', '2 learners']);
	const maori = await run(inOneLanguage('a.js', said('classes_learners'), 'mi'));
	expect(maori['classes_learners']?.({ count: 2 })).toBe('2 ngā ākonga');
});

test('a message written in another way is an error, not a message in two languages', () => {
	expect(() => withLanguageOfFile('export const x = () => getLocale() === "mi"')).toThrow(
		/differently/
	);
});

test('a folder deeper, styles are a step further up, also where the minifier joined their names', () => {
	const names = ['../nodes/0.js', '../assets/styles.css', '../assets/other.css'];
	const code = `export const files = ${JSON.stringify(names)};`;
	const small = inOneLanguage('a.js', code, 'mi');
	expect(upToAssets(small)).not.toMatch(/(?<!\.\.\/)\.\.\/assets/);
	expect(upToAssets(small)).toContain('../../assets/other.css');
	expect(upToAssets(`"../chunks/a.js,../assets/b.css"`)).toBe(
		`"../chunks/a.js,../../assets/b.css"`
	);
});
