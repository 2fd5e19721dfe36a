import { ComputeEngine } from '@cortex-js/compute-engine';
import type { AnswerForm } from '../item.ts';
import { isExpanded, isFactored, isInLowestTerms } from './answer-form.ts';
import { compareTrees } from './compare.ts';
import { evaluate } from './evaluate.ts';
import type { EquivalenceOptions, MathEquivalence, ReadAnswer } from './math-equivalence.ts';
import { childrenOf, isValue, lettersOf, type MathsTree } from './maths-tree.ts';
import { isSafeNotation, normaliseNotation } from './notation.ts';
import { readTree } from './read-tree.ts';

/** Beyond this a double no longer tells neighbouring whole numbers apart, and the library decides. */
const exactBelow = Number.MAX_SAFE_INTEGER;
/** Answers over this size are not worked out exactly. */
const exactUpTo = 1e60;

/** Longest time the library may take over one exact comparison, in milliseconds; the sampled verdict stands after it. */
const timeLimit = 100;

/** The value without letters that both sides have, where only exact arithmetic can tell them apart. */
function needsExact(tree: MathsTree): boolean {
	if (!isValue(tree) || lettersOf(tree).size > 0) return false;
	const value = Math.abs(evaluate(tree, new Map(), true).re);
	return value > exactBelow && value < exactUpTo;
}

/** Largest exponent or factorial the library is given to work out exactly. */
const exactExponentUpTo = 100;

const growing = ['power', 'factorial', 'root'];

/**
 * Small enough for exact work: every exponent and factorial is a number up to 100, and none stands in another.
 * The library's own time limit does not reach everywhere (9^(9^(9^9)) took 23 s), so nothing larger is handed over.
 */
function isCheap(tree: MathsTree, inside = false): boolean {
	const grows = tree.type === 'operation' && growing.includes(tree.operation);
	if (grows) {
		const bounded = tree.parts.at(-1);
		const size = bounded ? Math.abs(evaluate(bounded, new Map(), true).re) : NaN;
		if (inside || !(size <= exactExponentUpTo)) return false;
	}
	return childrenOf(tree).every((child) => isCheap(child, inside || grows));
}

const forms: Readonly<Record<AnswerForm, (tree: MathsTree) => boolean>> = {
	any: () => true,
	'lowest-terms': isInLowestTerms,
	factored: isFactored,
	expanded: isExpanded
};

/** Asks the library, which may refuse or run out of time: undefined then. */
function exactVerdict(engine: ComputeEngine, a: ReadAnswer, b: ReadAnswer): boolean | undefined {
	if (!isCheap(a.tree) || !isCheap(b.tree)) return undefined;
	try {
		return engine.withTimeLimit(timeLimit, () => {
			const left = engine.parse(a.text, { strict: false });
			const right = engine.parse(b.text, { strict: false });
			return left.isSame(right) ? true : left.isEqual(right);
		});
	} catch {
		// A refusal (too large, out of time, types that do not fit) leaves the verdict open.
		return undefined;
	}
}

function readAnswer(engine: ComputeEngine, typed: string): ReadAnswer | null {
	if (typed.length > 2000) return null;
	const text = normaliseNotation(typed);
	if (!isSafeNotation(text)) return null;
	try {
		const tree = readTree(engine.parse(text, { form: 'raw', strict: false }).json);
		return tree && { text, tree };
	} catch {
		// The parser's own refusals are the learner's typing, not a defect.
		return null;
	}
}

function isSame(
	engine: ComputeEngine,
	expected: ReadAnswer,
	given: ReadAnswer,
	options: EquivalenceOptions
): boolean {
	const tolerance = options.tolerance ?? 0;
	const anyOrder = options.order === 'any';
	const verdict = compareTrees(expected.tree, given.tree, { tolerance, anyOrder });
	if (verdict === 'different') return false;
	const exact = tolerance === 0 && needsExact(expected.tree) && needsExact(given.tree);
	if (verdict === 'same' && !exact) return true;
	return exactVerdict(engine, expected, given) ?? verdict === 'same';
}

/**
 * The port on `@cortex-js/compute-engine`: the library reads the notation and decides what only exact arithmetic
 * or its own algebra can (very large numbers, matrices); equal functions are found by sampling its tree.
 */
export function createMathEquivalence(): MathEquivalence {
	const engine = new ComputeEngine();
	return {
		read: (text) => readAnswer(engine, text),
		isSame: (expected, given, options = {}) => isSame(engine, expected, given, options),
		hasForm: (answer, form) => forms[form](answer.tree)
	};
}
