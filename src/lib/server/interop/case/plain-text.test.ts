import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
	['Use <, > and = signs.', 'Use <, > and = signs.'],
	['Where 1 ≤ A<10 and b>c', 'Where 1 ≤ A<10 and b>c'],
	['a <b and c> d', 'a <b and c> d'],
	['<p>Count to <b>ten</b>.</p><p>Then back.</p>', 'Count to ten. Then back.'],
	['10<sup>2</sup> and 10<sup>-n</sup>', '10² and 10⁻ⁿ'],
	['x<sup>a+b</sup>, y<sup>k</sup>, H<sub>2</sub>O', 'x^(a+b), y^k, H₂O'],
	['one<br/>two<br>three', 'one two three'],
	['<a href="javascript:alert(1)">link</a>', 'link'],
	['<img src=x onerror=alert(1)>seen', 'seen'],
	['a<script>alert(1)</script>b', 'a b'],
	['a<script>alert(1)', 'a'],
	['<scr<script></script>ipt>x', '<scr ipt>x'],
	['&lt;script&gt;alert(1)&lt;/script&gt;ok', 'ok'],
	['&amp;lt;b&amp;gt;bold', 'bold'],
	['R&amp;D, 5 &times; 4 &#61; 20, &#x2264;', 'R&D, 5 × 4 = 20, ≤'],
	['&unknown; &#0; &#xD800;', '&unknown;'],
	['  two \n\t lines ', 'two lines']
])('%j becomes %j', (html, text) => {
	expect(plainText(html).text).toBe(text);
});

test('says whether anything was taken out', () => {
	expect(plainText('a < b').changed).toBe(false);
	expect(plainText('<i>a</i>').changed).toBe(true);
});

test('a second pass changes nothing, and no known element is left', () => {
	const piece = fc.oneof(
		fc.string({ maxLength: 5 }),
		fc.constantFrom(
			'<',
			'>',
			'</',
			'<script>',
			'</script>',
			'<b>',
			'&lt;',
			'&gt;',
			'&amp;',
			'script'
		),
		fc.constantFrom(
			'<img src=x>',
			'<sup>2</sup>',
			'<!--',
			'-->',
			'&#60;',
			'svg',
			'/',
			'"',
			"'",
			'='
		)
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
			const { text } = plainText(parts.join(''));
			expect(text).not.toMatch(/<\/?(?:script|img|b|svg|sup)\s*\/?>/iu);
			expect(plainText(text).text).toBe(text);
		}),
		{ numRuns: 4_000 }
	);
});

test('a long hostile text takes time in proportion', () => {
	const texts = [
		'<a '.repeat(7_000),
		'<a b="'.repeat(3_000),
		'<!--'.repeat(5_000),
		'<script'.repeat(3_000),
		'<sup>'.repeat(4_000),
		'&'.repeat(20_000)
	];
	for (const text of texts) expect(plainText(text).text.length).toBeLessThanOrEqual(text.length);
});
