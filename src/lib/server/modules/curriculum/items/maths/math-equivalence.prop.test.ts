import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadMathEquivalence } from './load-math-equivalence.ts';

const maths = await loadMathEquivalence();
const runs = process.env['LOCUS_FULL'] ? 10_000 : 1500;

/** Pieces that a mistyped, clever or hostile answer is made of. */
const piece = fc.constantFrom(
	...'0 1 9 99 12.5 .5 x y xy e i pi inf sqrt( sin( log( ( ) [ ] { } | || + - * / ^ ^{ _ , ; : = < <= > != ! % $ $$ ° ½ √ ± −'.split(
		' '
	),
	...'\\frac{ \\frac12 \\sqrt[3]{ \\left( \\right) \\cup \\infty \\pm \\log_{ \\times \\begin{bmatrix} \\end{bmatrix} & \\\\ \\sum \\int \\def \\text{ 9^9^9^9 9^{9^9} 999! (((((( ))))))'.split(
		' '
	),
	' ',
	'\u0000',
	'\uD83D\uDE00'
);
const typed = fc.oneof(
	fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
	fc.string({ maxLength: 60 }),
	fc.string({ unit: 'binary', maxLength: 60 })
);

test('no input makes reading or comparing throw, or gives anything but yes or no', () => {
	const one = maths.read('(x+1)^2');
	if (!one) throw new Error('the reference answer is readable');
	let slowest = 0;
	fc.assert(
		fc.property(typed, (text) => {
			const from = performance.now();
			const answer = maths.read(text);
			if (answer) {
				expect(maths.isSame(one, answer)).toBeTypeOf('boolean');
				expect(maths.isSame(answer, one)).toBeTypeOf('boolean');
				expect(maths.isSame(answer, answer)).toBeTypeOf('boolean');
				expect(maths.hasForm(answer, 'lowest-terms')).toBeTypeOf('boolean');
			}
			slowest = Math.max(slowest, performance.now() - from);
		}),
		{ numRuns: runs }
	);
	// Printed, not gated: no test depends on the clock.
	console.info(`slowest of ${runs} answers: ${slowest.toFixed(1)} ms`);
});

const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.integer({ min: -20, max: 20 }).map((n) => (n < 0 ? `(${n})` : `${n}`)),
		fc.constantFrom('x', 'y'),
		fc
			.tuple(tie('value'), fc.constantFrom('+', '-', '*'), tie('value'))
			.map(([a, sign, b]) => `(${a}${sign}${b})`)
	)
})).value;

test('what is written in another order, with a common factor or expanded, is the same', () => {
	fc.assert(
		fc.property(value, value, value, (a, b, c) => {
			const same = (left: string, right: string) => {
				const [p, q] = [maths.read(left), maths.read(right)];
				return p && q ? maths.isSame(p, q) : 'unread';
			};
			fc.pre([a, b, c].join('').length < 150);
			expect(same(`${a}+${b}`, `${b}+${a}`)).toBe(true);
			expect(same(`(${a})*(${b}+${c})`, `(${a})*(${b})+(${a})*(${c})`)).toBe(true);
			expect(same(`${a}+${b}`, `${b}+${a}+1`)).toBe(false);
		}),
		{ numRuns: 300 }
	);
});
