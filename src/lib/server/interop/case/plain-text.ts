/** Elements that curriculum systems put into statements, and those that must never come through. */
const ELEMENTS =
	'a|abbr|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|embed|figure|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|li|link|math|meta|mark|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video';
/** Attributes need a value, so that "a <b and c> d" stays the comparison it is. */
const ATTRIBUTE = `\\s+[a-z_:][-\\w:.]*\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+)`;
const TAG = new RegExp(`</?(${ELEMENTS})(?:${ATTRIBUTE})*\\s*/?>`, 'giu');
const HIDDEN = /<(script|style)\b[^>]{0,1000}>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/giu;
const RAISED = /<sup>\s*([-+\w]{1,20})\s*<\/sup>/giu;
const LOWERED = /<sub>\s*([-+\w]{1,20})\s*<\/sub>/giu;
const BLOCK = /^(?:br|p|div|li|tr|td|th|h[1-6]|ul|ol|dd|dt|blockquote|hr)$/iu;

const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	hellip: '…',
	times: '×',
	divide: '÷',
	minus: '−',
	le: '≤',
	ge: '≥',
	ne: '≠',
	pi: 'π',
	deg: '°',
	middot: '·',
	frac12: '½'
};

/** Each pass can bring out tags that were cut apart or written as entities. */
const PASSES = 5;

/**
 * Text of one line without HTML. Powers stay readable (`10<sup>2</sup>` is `10²`), comparisons stay
 * (`a<b`), scripts and styles go with their content. The result holds no tag of a known element.
 */
export function plainText(html: string): { readonly text: string; readonly changed: boolean } {
	const tidy = (text: string) =>
		text
			.normalize('NFC')
			.replace(/[\s\p{Cc}]+/gu, ' ')
			.trim();
	if (!/[<&]/u.test(html)) return { text: tidy(html), changed: false };
	let text = html;
	for (let pass = 0; pass < PASSES; pass += 1) {
		const next = decodeEntities(stripTags(text));
		if (next === text) return { text: tidy(text), changed: text !== html };
		text = next;
	}
	// Still changing after five passes is no statement of a curriculum: every bracket goes.
	return { text: tidy(text.replace(/[<>]/gu, ' ')), changed: true };
}

function stripTags(text: string): string {
	return text
		.replace(HIDDEN, ' ')
		.replace(RAISED, (_, power: string) => superscript(power))
		.replace(LOWERED, (_, index: string) => subscript(index))
		.replace(TAG, (_, name: string) => (BLOCK.test(name) ? ' ' : ''));
}

const shift = (from: string, to: string, mark: string) => (text: string) => {
	const signs = [...text].map((sign) => [...to][[...from].indexOf(sign)]);
	if (signs.every((sign) => sign !== undefined)) return signs.join('');
	return text.length === 1 ? mark + text : `${mark}(${text})`;
};
const superscript = shift('0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ', '^');
const subscript = shift('0123456789+-', '₀₁₂₃₄₅₆₇₈₉₊₋', '_');

function decodeEntities(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/giu,
		(all, ...found) => {
			const [decimal, hex, name] = found;
			if (typeof name === 'string') return NAMED[name] ?? all;
			const point = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
			const usable = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
			return usable ? String.fromCodePoint(point) : ' ';
		}
	);
}
