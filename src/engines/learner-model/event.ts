import { isInstant } from './instant.ts';

/**
 * What the log of one learner may hold. The log is append-only: nothing is edited, an event that
 * should not count is withdrawn by another event. Its order is the order of the list.
 */
export type LearnerEvent = Response | Judgement | SelfAssessment | Withdrawal;

interface Common {
	/** Unique in the log of this learner; a second event with the same id is ignored. */
	readonly id: string;
	/** Seconds since 1970 on any clock that does not jump; absent when unknown. */
	readonly at?: number | undefined;
}

interface AboutSkills extends Common {
	/** Opaque outcome ids; unknown ones are fine, repeated ones count once, none means "ability only". */
	readonly skills: readonly string[];
	/** How much it counts, in (0, 1]; 1 when absent. */
	readonly weight?: number | undefined;
}

/** An answer to an auto-gradable item. "I don't know yet" is `correct: false`. */
export interface Response extends AboutSkills {
	readonly kind: 'response';
	readonly item: string;
	readonly correct: boolean;
}

/** What a person or another system saw: `shown` in [0, 1], 1 = did it without help. */
export interface Judgement extends AboutSkills {
	readonly kind: 'observation' | 'teacher-judgement' | 'artefact-judgement' | 'external-record';
	readonly shown: number;
}

/** The learner's own belief, a second channel: `level` in [0, 1], 1 = "I can do this". */
export interface SelfAssessment extends AboutSkills {
	readonly kind: 'self-assessment';
	readonly level: number;
}

/** Says that the event `withdraws` never counted ("someone else used my tablet"). */
export interface Withdrawal extends Common {
	readonly kind: 'withdrawal';
	readonly withdraws: string;
}

/** Why an event does not count. */
export type EventProblem =
	| 'learner-model.duplicate'
	| 'learner-model.withdrawn'
	| 'learner-model.weight-out-of-range'
	| 'learner-model.level-out-of-range'
	| 'learner-model.instant-out-of-range';

const within = (value: number, low: number, high: number) => value >= low && value <= high;

const levelOf = (event: LearnerEvent) =>
	event.kind === 'self-assessment' ? event.level : 'shown' in event ? event.shown : 0;

/** The first thing wrong with an event by itself, or undefined when it counts (NaN is always wrong). */
export function problemOf(event: LearnerEvent): EventProblem | undefined {
	if (event.at !== undefined && !isInstant(event.at)) return 'learner-model.instant-out-of-range';
	if (!within(levelOf(event), 0, 1)) return 'learner-model.level-out-of-range';
	const weight = ('weight' in event ? event.weight : undefined) ?? 1;
	if (!(weight > 0 && weight <= 1)) return 'learner-model.weight-out-of-range';
	return undefined;
}
