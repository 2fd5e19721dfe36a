import { expect, test } from 'vitest';
import { withScriptsIn } from './script-language.ts';

const page = [
	'<link href="../_app/immutable/nodes/4.Ab.js" rel="modulepreload">',
	'<link href="./_app/immutable/assets/styles.Cd.css" rel="stylesheet">',
	'<script>import("/_app/immutable/entry/start.Ef.js").then()</script>',
	'<p>_app/immutable/nodes/ is what I wrote</p>'
];

test('the first language has the scripts where the build puts them', () => {
	expect(withScriptsIn('en', page.join(''))).toBe(page.join(''));
});

test('another language has scripts of its own, the same styles, and the words of people stay', () => {
	expect(withScriptsIn('mi', page.join('')).split(/(?=<(?:link|script|p)\b)/)).toEqual([
		'<link href="../_app/immutable/mi/nodes/4.Ab.js" rel="modulepreload">',
		page[1],
		'<script>import("/_app/immutable/mi/entry/start.Ef.js").then()</script>',
		page[3]
	]);
});
