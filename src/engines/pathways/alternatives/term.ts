import type { Probability } from '#engines/kernel/index.ts';
import type { LearnerContext } from '../learner.ts';
import type { Evidence } from './reason.ts';

/** What the terms look at besides the opportunity. */
export interface ScoreContext {
	readonly learner: LearnerContext;
	/** The outcomes asked for; undefined when any will do. */
	readonly wished: ReadonlySet<string> | undefined;
	/** Predicted success of the learner at the opportunity. */
	readonly success: Probability;
}

/** A term before its weight: -1 to 1, 0 where nothing is known. */
export interface Term {
	readonly raw: number;
	readonly evidence: readonly Evidence[];
}
