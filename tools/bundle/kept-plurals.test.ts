import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withKeptRules } from './kept-plurals.ts';

test('the installed compiler\u2019s registry keeps its rules and says the same', async () => {
	const code = withKeptRules(readFileSync('src/lib/paraglide/registry.js', 'utf8'));
	const { plural } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
	expect([0, 1, 2].map((count) => plural('en', count, {}))).toEqual(['other', 'one', 'other']);
	expect(plural('en', 2, { type: 'ordinal' })).toBe('two');
	expect(code).not.toContain('new Intl.PluralRules(locale, options).select');
});

test('a registry that makes plurals in another way is an error', () => {
	expect(() => withKeptRules('export const plural = () => "one"')).toThrow(/other than/);
});
