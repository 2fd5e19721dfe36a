import { describe, expect, test } from 'vitest';
import { visibleStrings } from './visible-strings.ts';

describe('words in markup are found', () => {
	test.each([
		'<p>Hello there</p>',
		'{#if a}<p>Inside a block</p>{/if}',
		'{#snippet s()}<b>Inside a snippet</b>{/snippet}',
		'<button aria-label="Close">×</button>',
		'<Card title="Today" />',
		"<p>{a ? 'Yes' : 'No'}</p>",
		'<p>{`Room ${a}`}</p>',
		'<Card><p>Inside a component</p></Card>'
	])('%s', (text) => {
		expect(visibleStrings(text).length).toBeGreaterThan(0);
	});
});

describe('what no one reads is not', () => {
	test.each([
		'<p>{m.hello()}</p>',
		'<p class="big" id="x">{m.a({ b: "c" })}</p>',
		'<p>·, 12:30 {a}</p>',
		"<p>{a === 'secure' ? m.a() : m.b()}</p>",
		"<script>const a = 'words in a script';</script>",
		'<Card kind="main" href="/today" />',
		'<title>{m.a()} · Locus</title>',
		'<style>p { content: "words"; }</style>'
	])('%s', (text) => {
		expect(visibleStrings(text)).toEqual([]);
	});
});

test('a finding says its line', () => {
	expect(visibleStrings('<p>{m.a()}</p>\n<p>Plain words</p>')).toMatchObject([{ line: 2 }]);
});
