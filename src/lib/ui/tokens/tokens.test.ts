import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';
type Palette = Readonly<Record<string, string>>;

const sheet = (name: string): string =>
	readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const colour = sheet('colour.css').replace(/@media print[\s\S]*$/, '');
const contrast = sheet('contrast.css');

/** The colours a block of a style sheet sets, in one scheme. */
function colours(css: string, selector: string, scheme: Scheme): Palette {
	const start = css.indexOf(`${selector} {`);
	const block = css.slice(start, css.indexOf('}', start));
	const found = block.matchAll(/(--[\w-]+): light-dark\((#\w+), (#\w+)\)/g);
	return Object.fromEntries(
		[...found].map(([, name, light, dark]) => [name, scheme === 'light' ? light : dark])
	);
}

function luminance(hex: string): number {
	const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
	const [r = 0, g = 0, b = 0] = parts.map((c) =>
		c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
	);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio, 1 to 21. */
function ratio(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

test('the ratio is the one of WCAG: black on white is 21, #767676 just passes', () => {
	expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 6);
	expect(ratio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

const audiences = ['', 'teacher', 'family', 'leader', 'mentor'];
const tints = ['', 'white', 'peach', 'blue', 'green', 'rose'];
const grounds = ['--paper', '--paper-sunk', '--paper-raised'];
const stateInks = ['unexplored', 'ready', 'working-on', 'nearly', 'secure', 'due-a-refresh'].map(
	(state) => `--s-${state}`
);
// text and the ground it stands on, and the least ratio
const pairs: readonly (readonly [string, string, number])[] = [
	...grounds.flatMap((ground): [string, string, number][] => [
		['--ink', ground, 7],
		['--ink-soft', ground, 4.5],
		['--accent', ground, 4.5],
		['--accent-deep', ground, 4.5],
		['--alert', ground, 4.5],
		['--good', ground, 4.5],
		['--edge', ground, 3]
	]),
	...stateInks.flatMap((ink): [string, string, number][] => [
		[ink, '--paper', 4.5],
		[ink, '--paper-raised', 4.5]
	]),
	['--ink-faint', '--paper', 4.5],
	['--ink', '--accent-wash', 7],
	['--ink-soft', '--accent-wash', 4.5],
	['--accent-deep', '--accent-wash', 4.5],
	['--accent', '--accent-wash', 4.5],
	['--ink', '--alert-wash', 7],
	['--ink-soft', '--alert-wash', 4.5],
	['--alert', '--alert-wash', 4.5],
	['--on-accent', '--accent', 4.5],
	['--on-accent', '--accent-deep', 4.5],
	['--on-state', '--s-secure-fill', 3],
	['--ink', '--heard', 7],
	['--focus', '--paper', 3],
	['--ink', '--t-4', 7],
	['--d-line', '--d-amber', 3],
	['--d-line', '--d-water', 3],
	['--d-line', '--d-clay', 3],
	['--d-line', '--d-leaf', 3]
];

function tooWeak(palette: Palette): string[] {
	return pairs.flatMap(([text, ground, least]) => {
		const found = ratio(palette[text] ?? '', palette[ground] ?? '');
		return found >= least ? [] : [`${text} on ${ground}: ${found.toFixed(2)} < ${least}`];
	});
}

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
	const base = colours(colour, ':root', scheme);

	test('every colour is there', () => {
		expect(Object.keys(base).length).toBeGreaterThan(40);
	});

	for (const audience of audiences) {
		for (const tint of tints) {
			test(`text can be read: ${audience || 'learner'}, ${tint || 'cream'}`, () => {
				const accent = audience
					? colours(colour, `:root[data-audience='${audience}']`, scheme)
					: {};
				const paper = tint ? colours(colour, `:root[data-tint='${tint}']`, scheme) : {};
				expect(tooWeak({ ...base, ...accent, ...paper })).toEqual([]);
			});
		}
	}

	test('with more contrast, text reaches 7', () => {
		const palette = { ...base, ...colours(contrast, ":root[data-contrast='more']", scheme) };
		const weak = pairs
			.filter(([, , least]) => least >= 4.5)
			.filter(([text, ground]) => ratio(palette[text] ?? '', palette[ground] ?? '') < 7);
		expect(weak).toEqual([]);
	});
});

test('the setting and the device ask for the same high contrast', () => {
	const [setting = '', device = ''] = contrast.split('@media');
	const lines = (css: string): string[] => css.match(/--[\w-]+: [^;]+/g) ?? [];
	expect(lines(device)).toEqual(lines(setting));
	expect(lines(setting).length).toBeGreaterThan(30);
});
