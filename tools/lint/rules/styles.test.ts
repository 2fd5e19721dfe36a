import { describe, expect, test } from 'vitest';
import { colourLiterals, physicalDirections, smallText } from './styles.ts';

const svelte = (css: string): string => `<p>a</p>\n<style>\n${css}\n</style>`;

describe('colour literals', () => {
	test.each(['color: #fff', 'background: rgb(0 0 0 / 50%)', 'border: 1px solid red'])(
		'%s is found',
		(declaration) => {
			expect(colourLiterals('a.css', `.a {\n${declaration};\n}`)).toMatchObject([{ line: 2 }]);
		}
	);

	test('tokens, system colours and currentColor are not', () => {
		const css = '.a { color: var(--ink); fill: currentColor; border-color: CanvasText; }';
		expect(colourLiterals('a.css', css)).toEqual([]);
	});

	test('an id in a selector is not a colour, nor a name inside a word', () => {
		expect(colourLiterals('a.css', '#fade { color: var(--red-deer); }')).toEqual([]);
	});

	test('only the style block of a component is read as styles, and its line is kept', () => {
		expect(colourLiterals('a.svelte', svelte('.a { color: #123456; }'))).toMatchObject([
			{ line: 3 }
		]);
	});

	test('a literal on a drawing is found', () => {
		const markup = '<path fill="#fff" stroke="none" />';
		expect(colourLiterals('a.svelte', markup)).toHaveLength(1);
	});

	test('comments are left alone', () => {
		expect(colourLiterals('a.css', '/* .a { color: red; } */')).toEqual([]);
	});
});

describe('physical directions', () => {
	test.each([
		'margin-left: 1px',
		'padding-top: 1px',
		'left: 0',
		'width: 2rem',
		'text-align: right',
		'border-top-left-radius: 2px',
		'margin: 1px 2px 3px 4px',
		'padding: var(--a) calc(1px + 2px) 0 0'
	])('%s is found', (declaration) => {
		expect(physicalDirections('a.css', `.a { ${declaration}; }`)).toHaveLength(1);
	});

	test.each(['margin-inline: 1px', 'inset-block-start: 0', 'margin: 1px 2px', 'text-align: end'])(
		'%s is not',
		(declaration) => {
			expect(physicalDirections('a.css', `.a { ${declaration}; }`)).toEqual([]);
		}
	);

	test('a condition of a media query is not a declaration', () => {
		const css = '@media (min-width: 62rem) { .a { inline-size: 1rem; } }';
		expect(physicalDirections('a.css', css)).toEqual([]);
	});
});

describe('small text', () => {
	test.each(['font-size: 13px', 'font-size: 0.8rem'])('%s is found', (declaration) => {
		expect(smallText('a.css', `.a { ${declaration}; }`)).toHaveLength(1);
	});

	test.each(['font-size: var(--text-s)', 'font-size: max(0.5rem, 14px)', 'font-size: 120%'])(
		'%s is not',
		(declaration) => {
			expect(smallText('a.css', `.a { ${declaration}; }`)).toEqual([]);
		}
	);
});
