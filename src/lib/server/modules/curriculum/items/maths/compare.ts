import { createRandom } from '#engines/kernel/index.ts';
import * as c from './complex.ts';
import type { Complex } from './complex.ts';
import { evaluate, isConstant, type Point } from './evaluate.ts';
import { isValue, lettersOf, type MathsTree } from './maths-tree.ts';

export interface CompareOptions {
	/** Largest accepted absolute difference between numbers; 0 means equal up to rounding. */
	readonly tolerance: number;
	/** True where the parts of a list may come in any order. */
	readonly anyOrder: boolean;
}

/** `unknown` where too few points have a value on both sides to say. */
export type Verdict = 'same' | 'different' | 'unknown';

/**
 * Ranges the letters are drawn from: both signs, small, usual, large. Every fifth point is of whole numbers, where
 * (-1)^n has a value.
 */
const ranges = [
	[-3, 3],
	[0.05, 1],
	[1, 10],
	[-1, 1],
	[10, 100],
	[0.3, 3]
] as const;
const pointCount = 40;
const fewestPoints = 5;
const relativeError = 1e-9;

type Parts = Extract<MathsTree, { type: 'parts' }>;
type RelationTree = Extract<MathsTree, { type: 'relation' }>;
type IntervalTree = Extract<MathsTree, { type: 'interval' }>;

function pointsFor(letters: readonly string[]): readonly Point[] {
	if (letters.length === 0) return [new Map()];
	const random = createRandom(0x10c05);
	return Array.from({ length: pointCount }, (_, n) => {
		const [from, to] = ranges[n % ranges.length] ?? ranges[0];
		const draw = () =>
			n % 5 === 0 ? c.complex(1 + random.below(9)) : c.complex(from + (to - from) * random.next());
		return new Map(letters.map((name) => [name, draw()]));
	});
}

const freeLetters = (...trees: readonly MathsTree[]) =>
	[...new Set(trees.flatMap((tree) => [...lettersOf(tree)]))]
		.filter((name) => !isConstant(name))
		.toSorted();

const usesImaginary = (...trees: readonly MathsTree[]) =>
	trees.some((tree) => lettersOf(tree).has('i'));

const hasValue = (z: Complex) => !Number.isNaN(z.re) && !Number.isNaN(z.im);

function isClose(a: Complex, b: Complex, tolerance: number): boolean {
	if (!Number.isFinite(a.re) || !Number.isFinite(b.re)) return a.re === b.re;
	const apart = c.size(c.add(a, c.negate(b)));
	// The small constant lets 1e-17 stand for 0 without letting 1e-9 do so.
	return apart <= Math.max(tolerance, relativeError * Math.max(c.size(a), c.size(b)), 1e-13);
}

/** The pairs of values at the points where both sides have one. */
function sample(a: MathsTree, b: MathsTree): readonly (readonly [Complex, Complex])[] {
	const letters = freeLetters(a, b);
	const realOnly = !usesImaginary(a, b);
	const pairs = pointsFor(letters).map(
		(at) => [evaluate(a, at, realOnly), evaluate(b, at, realOnly)] as const
	);
	const usable = pairs.filter(([x, y]) => hasValue(x) && hasValue(y));
	return usable.length >= (letters.length === 0 ? 1 : fewestPoints) ? usable : [];
}

/** Two functions that agree at this many random points are the same (Schwartz 1980, for polynomials and quotients). */
function compareValues(a: MathsTree, b: MathsTree, { tolerance }: CompareOptions): Verdict {
	const pairs = sample(a, b);
	if (pairs.length === 0) return 'unknown';
	return pairs.every(([x, y]) => isClose(x, y, tolerance)) ? 'same' : 'different';
}

const both = (...verdicts: readonly Verdict[]): Verdict =>
	verdicts.includes('different') ? 'different' : verdicts.includes('unknown') ? 'unknown' : 'same';

function compareInOrder(
	a: readonly MathsTree[],
	b: readonly MathsTree[],
	options: CompareOptions
): Verdict {
	if (a.length !== b.length) return 'different';
	return both(
		...a.map((part, n) => {
			const other = b[n];
			return other ? compareTrees(part, other, options) : 'different';
		})
	);
}

/** Each part of one finds a part of the other that is still free. */
function compareAnyOrder(
	a: readonly MathsTree[],
	b: readonly MathsTree[],
	options: CompareOptions
): Verdict {
	if (a.length !== b.length) return 'different';
	const free = [...b];
	for (const part of a) {
		const found = free.findIndex((other) => compareTrees(part, other, options) === 'same');
		if (found < 0) return 'different';
		free.splice(found, 1);
	}
	return 'same';
}

function compareParts(a: Parts, b: Parts, options: CompareOptions): Verdict {
	// A list of solutions may be typed in curly brackets.
	const shape = (tree: Parts) => (options.anyOrder && tree.shape === 'list' ? 'set' : tree.shape);
	if (shape(a) !== shape(b)) return 'different';
	const anyOrder = ['set', 'union', 'all'].includes(shape(a));
	return (anyOrder ? compareAnyOrder : compareInOrder)(a.parts, b.parts, options);
}

function compareIntervals(a: IntervalTree, b: IntervalTree, options: CompareOptions): Verdict {
	if (a.fromOpen !== b.fromOpen || a.toOpen !== b.toOpen) return 'different';
	return compareInOrder([a.from, a.to], [b.from, b.to], options);
}

/** An open interval and a pair are written alike, (1, 2): as part of a union it is an interval. */
function asInterval(tree: MathsTree): MathsTree {
	const isPair = tree.type === 'parts' && tree.shape === 'tuple' && tree.parts.length === 2;
	const [from, to] = isPair ? tree.parts : [];
	if (!from || !to) return tree;
	return { type: 'interval', from, to, fromOpen: true, toOpen: true };
}

const isLetter = (tree: MathsTree) => tree.type === 'letter';
const isFixed = (tree: MathsTree) => isValue(tree) && freeLetters(tree).length === 0;

/** `x = 3` or `3 = x` as letter and value; null when the relation is not solved. */
function solved(tree: RelationTree): readonly [letter: MathsTree, value: MathsTree] | null {
	if (tree.relation !== '=') return null;
	if (isLetter(tree.left) && isFixed(tree.right)) return [tree.left, tree.right];
	if (isLetter(tree.right) && isFixed(tree.left)) return [tree.right, tree.left];
	return null;
}

const difference = (tree: RelationTree): MathsTree => ({
	type: 'operation',
	operation: 'subtract',
	parts: [tree.left, tree.right]
});

/** Both sides brought to one; the same when one difference is the other times one number. */
function compareRelations(a: RelationTree, b: RelationTree, options: CompareOptions): Verdict {
	const [x, y] = [solved(a), solved(b)];
	if (x && y) return compareInOrder(x, y, options);
	// Asked for a solution: another equation with that solution does not answer it.
	if (x || y) return 'different';
	if (a.relation !== b.relation) return 'different';
	if (!isValue(difference(a)) || !isValue(difference(b))) return compareSides(a, b, options);
	const pairs = sample(difference(a), difference(b)).filter(([p, q]) => c.size(p) + c.size(q) > 0);
	const [first] = pairs;
	if (!first) return 'unknown';
	const ratio = c.divide(first[0], first[1]);
	const wrongWay = a.relation.startsWith('<') && !(ratio.re > 0);
	if (!hasValue(ratio) || c.size(ratio) === 0 || wrongWay) return 'different';
	const proportional = pairs.every(([p, q]) => isClose(p, c.multiply(ratio, q), 0));
	return proportional ? 'same' : 'different';
}

function compareSides(a: RelationTree, b: RelationTree, options: CompareOptions): Verdict {
	return compareInOrder([a.left, a.right], [b.left, b.right], options);
}

/** `f(x)` is written as a letter before a bracket. */
const namesFunction = (tree: MathsTree) =>
	tree.type === 'operation' &&
	tree.operation === 'multiply' &&
	tree.parts.length === 2 &&
	tree.parts.every(isLetter);

/** The value alone where the answer reads `x = 3` or `f(x) = 2x`; null where it is a real equation. */
function valueOf(tree: MathsTree): MathsTree | null {
	if (tree.type !== 'relation' || tree.relation !== '=') return null;
	const found = solved(tree);
	if (found) return found[1];
	return namesFunction(tree.left) ? tree.right : null;
}

function compareUnlike(expected: MathsTree, given: MathsTree, options: CompareOptions): Verdict {
	if (isValue(given)) {
		const value = valueOf(expected);
		return value ? compareTrees(value, given, options) : 'different';
	}
	// `x = 3` typed where the answer is 3, or `y = 2x` where it is 2x.
	if (given.type === 'relation' && given.relation === '=' && isValue(expected)) {
		const named = isLetter(given.left) || namesFunction(given.left);
		return named ? compareTrees(expected, given.right, options) : 'different';
	}
	const [a, b] = [asInterval(expected), asInterval(given)];
	if (a.type === 'interval' && b.type === 'interval') return compareIntervals(a, b, options);
	return 'different';
}

/** Compares what was asked for with what was given; values by sampling, shapes part by part. */
export function compareTrees(
	expected: MathsTree,
	given: MathsTree,
	options: CompareOptions
): Verdict {
	if (isValue(expected) && isValue(given)) return compareValues(expected, given, options);
	if (expected.type === 'relation' && given.type === 'relation') {
		return compareRelations(expected, given, options);
	}
	if (expected.type === 'interval' && given.type === 'interval') {
		return compareIntervals(expected, given, options);
	}
	if (expected.type === 'parts' && given.type === 'parts') {
		return compareParts(expected, given, options);
	}
	// Operations on matrices and other shapes are left to the library.
	if (expected.type === 'operation' && given.type === 'operation') return 'unknown';
	return compareUnlike(expected, given, options);
}
