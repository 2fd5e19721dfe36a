import type { Drawing } from '../../drawings/drawing.ts';

/** Why a learner has a seat. */
export type Why = 'must' | 'call' | 'need' | 'owed' | 'wish' | 'free';
export type ActualView = 'done' | 'partly' | 'something-else' | 'not';

export interface CallView {
	readonly callId: string;
	readonly title: string;
	readonly isMust: boolean;
	readonly reason: string;
	readonly by: string | null;
	readonly objection: string | null;
	readonly answer: string | null;
	readonly answeredBy: string | null;
}

export interface IntentionLine {
	readonly intentionId: string;
	readonly words: string;
	/** “Wednesday, 10:55”. */
	readonly when: string;
	/** Its time has come, so that it can be looked back on. */
	readonly isDue: boolean;
	readonly actual: ActualView | null;
	readonly actualWords: string | null;
}

export interface BlockView {
	readonly key: string;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly when: 'done' | 'now' | 'later';
	/** Null in supervised study. */
	readonly title: string | null;
	readonly room: string | null;
	readonly adult: string | null;
	readonly why: Why | null;
	readonly rank: number | null;
	readonly reason: string | null;
	readonly meant: readonly string[];
	readonly drawing: Drawing | null;
}

export interface DayView {
	readonly day: string;
	/** “Monday 7 December”. */
	readonly words: string;
	readonly weekday: string;
	readonly isToday: boolean;
	readonly closed: { readonly words: string | null } | null;
	readonly blocks: readonly BlockView[];
	readonly meant: readonly string[];
}

export interface UnmetView {
	readonly offerId: string;
	readonly title: string;
	readonly rank: number;
	readonly cause: string;
}
