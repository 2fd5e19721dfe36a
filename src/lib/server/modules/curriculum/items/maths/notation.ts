/** Longest answer that is read, in UTF-16 code units. */
export const longestAnswer = 500;
const deepestNesting = 24;
const longestNumber = 40;

const unicodeForms: readonly (readonly [RegExp, string])[] = [
	[/[\u2212\u2012-\u2015\uFE63\uFF0D]/g, '-'],
	[/[×✕⋅·∙•]/g, ' \\times '],
	[/÷/g, '/'],
	[/[⁄∕]/g, '/'],
	[/≤|⩽/g, '<='],
	[/≥|⩾/g, '>='],
	[/≠/g, '!='],
	[/∞/g, '\\infty '],
	[/∪/g, '\\cup '],
	[/∅/g, '\\emptyset '],
	[/√\s*\(/g, 'sqrt('],
	[/√\s*([0-9.]+|[a-z])/gi, 'sqrt($1)'],
	[/∛\s*\(/g, 'cbrt('],
	[/∛\s*([0-9.]+|[a-z])/gi, 'cbrt($1)'],
	[/[\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]/g, ' '],
	[/[\u2018\u2019\u2032]/g, "'"]
];

/** Vulgar fractions; one that follows a digit makes a mixed number. */
const vulgar: Readonly<Record<string, string>> = {
	'½': '1/2',
	'⅓': '1/3',
	'⅔': '2/3',
	'¼': '1/4',
	'¾': '3/4',
	'⅕': '1/5',
	'⅖': '2/5',
	'⅗': '3/5',
	'⅘': '4/5',
	'⅙': '1/6',
	'⅚': '5/6',
	'⅛': '1/8',
	'⅜': '3/8',
	'⅝': '5/8',
	'⅞': '7/8'
};

const wordForms: readonly (readonly [RegExp, string])[] = [
	[/\$\$|\$/g, ' '],
	// Typed to the right of a number by the source's own converter: a number written as a name.
	[/\\operatorname\{([0-9.]+)\}/g, '$1'],
	[/\\(?:left|right|displaystyle|,|;|:|!|quad|qquad)(?![a-z])/g, ' '],
	[/\*\*/g, '^'],
	[/(?:\\)?\binfinity\b|(?<![a-z\\])(?:inf|oo)(?![a-z])/gi, '\\infty '],
	[/([)\]])\s*(?:U|&|\bor\b)\s*([([])/g, '$1\\cup $2'],
	[/\\text\{\s*(and|or)\s*\}/g, ','],
	[/\s(?:and|or)\s/g, ','],
	[/(?<!\\)%/g, '\\%'],
	[/=</g, '<='],
	[/=>/g, '>=']
];

/** `1,000` or `1 000` as a whole answer is one number; inside a list or a pair it stays as typed. */
function joinThousands(text: string): string {
	const grouped = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(\.\d+)?(\s*\\%)?$/;
	const found = grouped.exec(text);
	if (!found) return text;
	return `${found[1]}${found[2]?.replace(/[ ,]/g, '')}${found[3] ?? ''}${found[4] ?? ''}`;
}

/** `2 1/2` is two and a half; without the brackets a reader that skips spaces sees twenty-one halves. */
const mixedNumbers = (text: string) =>
	text.replace(/(?<![\d.^_/])(\d+)\s+(\d+)\s*\/\s*(\d+)(?![\d.])/g, '($1+$2/$3)');

/** `2 ± 3` stands for two answers. */
function bothSigns(text: string): string {
	if (!/±|\\pm(?![a-z])/.test(text) || text.includes(',')) return text;
	const sign = /±|\\pm(?![a-z])/g;
	return `${text.replace(sign, '+')},${text.replace(sign, '-')}`;
}

/** Typed text or LaTeX to the notation that the library reads: no `$` marks, ASCII signs, plain numbers. */
export function normaliseNotation(text: string): string {
	let out = text.normalize('NFC');
	for (const [char, fraction] of Object.entries(vulgar)) {
		out = out.replaceAll(new RegExp(`(\\d)\\s*${char}`, 'g'), `$1 ${fraction}`);
		out = out.replaceAll(char, `(${fraction})`);
	}
	out = out.replace(/\\\$/g, ' ');
	for (const [from, to] of [...unicodeForms, ...wordForms]) out = out.replace(from, to);
	out = out.replace(/\s+/g, ' ').trim();
	return bothSigns(mixedNumbers(joinThousands(out)));
}

const readableCommands = new Set(
	(
		'frac dfrac tfrac sqrt times cdot div pi theta alpha beta gamma delta lambda mu sigma rho phi ' +
		'omega epsilon tau infty cup circ degree sin cos tan sec csc cot arcsin arccos arctan sinh cosh ' +
		'tanh ln log exp le leq ge geq lt gt ne neq pm begin end emptyset in mathrm operatorname Delta ' +
		'lbrace rbrace lbrack rbrack vert lvert rvert prime Omega Sigma Theta Phi'
	).split(' ')
);

const bracketStep: Readonly<Record<string, number>> = {
	'(': 1,
	'[': 1,
	'{': 1,
	')': -1,
	']': -1,
	'}': -1
};

/** Brackets of every sort counted together, since `[1, 2)` is an interval: balanced and not too deep. */
function isNestingReadable(text: string): boolean {
	let depth = 0;
	for (const char of text) {
		depth += bracketStep[char] ?? 0;
		if (depth < 0 || depth > deepestNesting) return false;
	}
	return depth === 0;
}

/** Names of functions and constants that may be typed without a backslash. */
const typedNames =
	/arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|sec|csc|cot|ln|log|exp|sqrt|cbrt|abs|theta|alpha|beta|lambda|sigma|delta|gamma|omega|begin|[bpv]matrix|end|pi/g;

/** Four letters in a row that are no product of names: words, not mathematics. */
function hasWords(text: string): boolean {
	const bare = text
		.replace(/\\[a-zA-Z]+|\\?(?:mathrm|operatorname)/g, ' ')
		.replace(typedNames, ' ');
	return /[a-zA-Z]{4}/.test(bare);
}

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * True when normalised text is small and plain enough to hand to the library: known commands and characters
 * only, brackets balanced and at most 24 deep, no number over 40 digits, few bars and powers.
 */
export function isSafeNotation(text: string): boolean {
	if (text.length === 0 || text.length > longestAnswer) return false;
	if (/[^\x20-\x7E°²³¹⁰⁴-⁹ʹ\u0370-\u03FF]/u.test(text)) return false;
	if (/[#~`"@;?]/.test(text)) return false;
	const commands = text.match(/\\[a-zA-Z]+/g) ?? [];
	if (!commands.every((name) => readableCommands.has(name.slice(1)))) return false;
	if (hasWords(text)) return false;
	if (new RegExp(`\\d{${longestNumber + 1}}`).test(text)) return false;
	// Two numbers with only a space between them are two answers or a slip, never one number.
	if (/[\d.]\s+[\d.]/.test(text)) return false;
	if (matches(text, /\|/g) > 12 || matches(text, /\^/g) > 40) return false;
	return isNestingReadable(text);
}
