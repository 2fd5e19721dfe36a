import { expect, test } from 'vitest';
import { markupMistakes } from './markup.ts';

test('a placeholder, a style attribute, a style directive and an inline handler are found', () => {
	const text =
		'<input placeholder="x" />\n<p style="color: x">a</p>\n<p style:--x={1}>a</p>\n<b onclick="go()">a</b>';
	expect(markupMistakes(text).map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});

test('scripts, style blocks and comments are left alone', () => {
	const text =
		'<script>const a = { style: 1 };</script>\n<!-- <p style="x"> -->\n<style>\n.a { color: x }\n</style>\n<p class="x" onclick={go}>a</p>';
	expect(markupMistakes(text)).toEqual([]);
});
