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
	/** “Mon”. */
	readonly short: string;
	readonly isToday: boolean;
	/** Before today: it stands at the end of the page. */
	readonly isOver: boolean;
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

const isPlainStudy = ({ title, meant }: BlockView): boolean => title === null && meant.length === 0;

/** Periods of study that follow each other, alike in all, are one line: it says from when; the next line says until when. */
export const foldStudy = (blocks: readonly BlockView[]): readonly BlockView[] =>
	blocks.filter((block, i) => {
		const before = blocks[i - 1];
		const goesOn = before && isPlainStudy(before) && before.when === block.when;
		return !(goesOn && isPlainStudy(block));
	});
