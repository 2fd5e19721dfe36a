import type { AnswerForm } from '../item.ts';
import type { MathsTree } from './maths-tree.ts';

/** An answer that has been read; `text` is the normalised notation. */
export interface ReadAnswer {
	readonly text: string;
	readonly tree: MathsTree;
}

export interface EquivalenceOptions {
	/** Largest accepted absolute difference between numbers. Default 0: equal up to rounding. */
	readonly tolerance?: number;
	/** `any` lets the parts of a list come in any order. Default `given`. */
	readonly order?: 'given' | 'any';
}

/** The port to a mathematics library: reads typed or LaTeX answers and says whether two mean the same. */
export interface MathEquivalence {
	/** Reads plain typed input (`x^2-1`, `3/4`, `sqrt(2)`) or LaTeX; null when it cannot be read. Never throws, never hangs. */
	read(text: string): ReadAnswer | null;
	/** True when `given` means the same as `expected`. */
	isSame(expected: ReadAnswer, given: ReadAnswer, options?: EquivalenceOptions): boolean;
	/** True when the answer is written in the form asked for. */
	hasForm(answer: ReadAnswer, form: AnswerForm): boolean;
}
