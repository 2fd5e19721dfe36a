import { expect, test } from 'vitest';
import { loadMathEquivalence } from './load-math-equivalence.ts';
import type { EquivalenceOptions } from './math-equivalence.ts';

const maths = await loadMathEquivalence();

function same(a: string, b: string, options?: EquivalenceOptions): boolean | 'unread' {
	const [x, y] = [maths.read(a), maths.read(b)];
	return x && y ? maths.isSame(x, y, options) : 'unread';
}

const equal: readonly (readonly [string, string])[] = [
	['1/2', '0.5'],
	['\\frac{1}{2}', '0.5'],
	['$$\\frac{1}{2}$$', '½'],
	['2/4', '1/2'],
	['50%', '1/2'],
	['12.5\\%', '1/8'],
	['2 1/2', '2.5'],
	['-2 1/2', '-2.5'],
	['2½', '5/2'],
	['2\\frac{1}{2}', '5/2'],
	['1,000', '1000'],
	['1 000 000', '1000000'],
	['\u22123', '-3'],
	['3×4', '12'],
	['12 ÷ 4', '3'],
	['$6,425', '6425'],
	['\\$0.39', '0.39'],
	['3:4', '6:8'],
	['(x+1)(x-1)', 'x^2-1'],
	['x^2-1', '-1 + x²'],
	['(x-8)**2', 'x^2-16x+64'],
	['a+b+c', 'c+b+a'],
	['2xy', 'yx*2'],
	['x^10', 'x^{10}'],
	['sqrt(8)', '2√2'],
	['\\sqrt[3]{27}', '3'],
	['(-8)^(1/3)', '-2'],
	['sqrt(x^2)', '|x|'],
	['sqrt(x y)', 'sqrt(x) sqrt(y)'],
	['\\log_{2}\\left(8\\right)', '3'],
	['log(100)', '2'],
	['2ln(x)', 'ln(x^2)'],
	['sin(x)^2+cos(x)^2', '1'],
	['\\frac{x^2-1}{x-1}', 'x+1'],
	['(5-2i)(3i)', '6+15i'],
	['i^2', '-1'],
	['2\\pi r', 'r*pi*2'],
	['y=2x+1', '2x+1=y'],
	['y=2x+1', '2y=4x+2'],
	['x>3', '3<x'],
	['x>=-2', '-2≤x'],
	['2<x<5', '5>x>2'],
	['x=3', '3'],
	['3', 'x = 3'],
	['f(x)=2x', '2x'],
	['(1,2)', '( 1 , 2.0 )'],
	['[1,2)', '[1, 4/2)'],
	['(-inf,2)U(6,oo)', '(6,\\infty) \\cup (-\\infty,2)'],
	['(-inf,-6]&[3,inf)', '(-\\infty,-6]\\cup[3,\\infty)'],
	['\\{1,2\\}', '\\{2,1\\}'],
	['(0,0),(1,1)', '(0,0), (2/2,1)'],
	[
		'\\begin{bmatrix} 3 & 4 \\\\ -2 & 5 \\end{bmatrix}',
		'\\begin{bmatrix}3&4\\\\-2&10/2\\end{bmatrix}'
	],
	['a_{n-1}', 'a_{n-1}'],
	['(-1)^{n+1}*2^n', '-(-2)^n'],
	["7{x'}^2", "7x'x'"],
	['100000000000000000001', '10^20+1']
];

test.each(equal)('%s is the same as %s', (a, b) => {
	expect(same(a, b)).toBe(true);
	expect(same(b, a)).toBe(true);
});

const unequal: readonly (readonly [string, string])[] = [
	['1/2', '0.51'],
	['1/3', '0.33'],
	['2 1/2', '21/2'],
	['(x+1)(x-1)', 'x^2+1'],
	['x+1', 'x+2'],
	['x', '|x|'],
	['a', 'b'],
	['50%', '50'],
	['x>3', 'x<3'],
	['x>3', 'x>=3'],
	['x=3', 'x=4'],
	['x=3', '2x=6'],
	['(1,2)', '(2,1)'],
	['(1,2)', '1,2'],
	['[1,2)', '[1,2]'],
	['[1,2)', '(1,2]'],
	['1,2', '2,1'],
	['1,2', '1,2,3'],
	['100000000000000000001', '100000000000000000002'],
	['\\begin{bmatrix} 3 & 4 \\end{bmatrix}', '\\begin{bmatrix} 4 & 3 \\end{bmatrix}'],
	['3', '3i']
];

test.each(unequal)('%s is not the same as %s', (a, b) => {
	expect(same(a, b)).toBe(false);
	expect(same(b, a)).toBe(false);
});

test('solutions may come in any order where the item says so', () => {
	expect(same('x=-3, x=2', 'x=2,x=-3', { order: 'any' })).toBe(true);
	expect(same('-3, 2', '{2, -3}', { order: 'any' })).toBe(true);
	expect(same('±3', '-3 or 3', { order: 'any' })).toBe(true);
	expect(same('-3, 2', '2, 2', { order: 'any' })).toBe(false);
});

test('an equation is not answered by one side of it', () => {
	expect(same('y=2x+1', '2x+1')).toBe(false);
});

test('a tolerance is an absolute difference', () => {
	expect(same('3.14', 'pi', { tolerance: 0.005 })).toBe(true);
	expect(same('3.14', '3.15', { tolerance: 0.005 })).toBe(false);
});

test.each([
	'',
	' ',
	'five apples please',
	'(x+1',
	'x+1)',
	'3 4',
	'1..2',
	'5+',
	'\\sum_{n=1}^{10} n',
	'\\def\\x{1}',
	'\\int x',
	'x'.repeat(501),
	'('.repeat(10_000),
	`${'('.repeat(30)}1${')'.repeat(30)}`,
	'9'.repeat(41),
	'while(1);',
	'\u0000',
	'\uD800',
	'<script>1</script>'
])('%j is not read', (text) => expect(maths.read(text)).toBeNull());

test.each(['9^9^9^9', '9^{9^{9^9}}', '9^(9^(9^9))', '999999!', '2^(10^6)', '(((9^99)^99)^99)^99'])(
	'%s ends at once, equal to nothing but what is written the same',
	(text) => {
		const answer = maths.read(text);
		if (answer) expect(same(text, '1')).toBe(false);
	}
);
