/** One of the goals of the week, most important first. */
export type LevelKey =
	| 'complete'
	| 'entitlement'
	| 'needs'
	| 'worst-off'
	| 'first-choices'
	| 'second-choices'
	| 'third-choices'
	| 'later-choices'
	| 'groups'
	| 'comfort'
	| 'stability';

export interface LevelView {
	readonly key: LevelKey;
	readonly first: number;
	readonly now: number;
	/** The steps of the curve in a box of 120 by 34, and its last point; null where there is nothing to draw yet. */
	readonly drawing: {
		readonly line: string;
		readonly area: string;
		readonly x: number;
		readonly y: number;
	} | null;
}

/** What came of a run, in counts; none while it looks. */
export interface RunCounts {
	/** First, second, third and later wishes. */
	readonly choices: readonly { readonly asked: number; readonly given: number }[];
	readonly noneOfThree: number;
	readonly needs: { readonly all: number; readonly unmet: number };
	readonly company: number;
	readonly continuity: number;
	readonly singleDays: number;
	readonly longRuns: number;
	readonly moves: number;
	readonly uncovered: number;
	readonly habitsBroken: number;
}

/** Why something that has to be cannot be, with names for its ids. */
export interface CauseView {
	readonly code: string;
	readonly names: readonly string[];
	readonly missing: number;
}

/** What could be added, by the wishes it frees. */
export interface RelaxationView {
	readonly kind: 'section' | 'seats';
	readonly offer: string;
	readonly when: string;
	readonly wishes: number;
	readonly minutes: number;
	readonly adultToFind: boolean;
	readonly roomToFind: boolean;
}

export interface FairnessView {
	readonly wishers: number;
	readonly firstChoice: number;
	readonly topThree: number;
	readonly meanRank: number;
	readonly minimum: number;
	readonly fifth: number;
	readonly mean: number;
	readonly envyPairs: number;
}
