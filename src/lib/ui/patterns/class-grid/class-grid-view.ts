import type { LearningState } from '../../components/learning-state.ts';

/** What an adult ticks when they saw something, from "not yet" to "alone". */
export const seenLevels = ['not-yet', 'with-help', 'mostly', 'alone'] as const;
export type SeenLevel = (typeof seenLevels)[number];

/** One learner of a class, with a cell for each outcome. */
export interface GridRow {
	readonly personId: string;
	readonly name: string;
	/** What matters most now, in words. */
	readonly now: string | null;
	/** Whether that waits for the adult who looks. */
	readonly isWaiting: boolean;
	readonly cells: readonly { readonly state: LearningState; readonly seen: SeenLevel | null }[];
}

export interface GridOutcome {
	readonly outcomeId: string;
	readonly title: string;
	readonly words: string;
}
