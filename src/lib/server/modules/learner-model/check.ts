import type { ItemId } from '../curriculum/index.ts';
import type { ItemResponse, WrongReason } from '../curriculum/items/index.ts';
import type { DoneReason, SavedDiagnostic, SkillState } from '#engines/learner-model/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';

export type CheckResult = 'right' | 'wrong' | 'dont-know-yet';

/** One answered question of a check. */
export interface CheckAnswer {
	readonly itemId: ItemId;
	readonly outcomeId: OutcomeId;
	readonly result: CheckResult;
	/** As given; null for "I don't know yet". */
	readonly given: ItemResponse | null;
	readonly reason?: WrongReason;
}

/** What is kept of a check under way. A short one ("test me") has no diagnostic. */
export interface CheckProgress {
	readonly format: 1;
	readonly saved: SavedDiagnostic | null;
	/** Outcomes for which nothing is left to ask in this check. */
	readonly exhausted: readonly OutcomeId[];
	readonly answers: readonly CheckAnswer[];
	readonly seed: number;
}

/** The words shown for the outcomes of a check when it began; what is missing was unexplored. */
export type WordsBefore = Readonly<Record<string, SkillState>>;

/** Why a check ended: the engine's reasons, and `asked-enough` for a short one. */
export type CheckEnd = DoneReason | 'asked-enough';

/** Questions of a short check; two that agree are enough. */
export const shortCheck = { most: 3, agreeing: 2 } as const;

/** Questions of a check over a strand, by age band: what a child can bear in one sitting. */
export const mostQuestions = { '5-7': 6, '8-11': 10, '12-18': 15 } as const;

/** Whether a short check has heard enough: two right, two not right, or three in all. */
export function isShortCheckDone(answers: readonly CheckAnswer[]): boolean {
	const right = answers.filter(({ result }) => result === 'right').length;
	const other = answers.length - right;
	return (
		right >= shortCheck.agreeing ||
		other >= shortCheck.agreeing ||
		answers.length >= shortCheck.most
	);
}
