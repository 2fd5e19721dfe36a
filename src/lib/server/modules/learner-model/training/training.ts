import type {
	LearnerEvent,
	TrainingAnswer,
	TrainingLearner
} from '#engines/learner-model/index.ts';
import type { PersonId } from '../../../platform/ids.ts';

/** Where a model made from a community's own answers stands. */
export type TrainedState = 'training' | 'in-use' | 'retired' | 'not-better';

/** How much a community has answered, up to one event. */
export interface LogSize {
	/** Events of any kind: tells whether the log is still the one that training began with. */
	readonly events: number;
	readonly answers: number;
	readonly learners: number;
}

/** Below this there is nothing to learn that would not be chance. */
export const least = { answers: 1_000, learners: 25 } as const;

/** Training is worth its minutes again when there are a quarter more answers than last time. */
const growth = 1.25;

/** The most answers learnt from, the latest learners first: what an old computer holds in memory. */
export const mostAnswers = 400_000;

export const isEnough = ({ answers, learners }: LogSize): boolean =>
	answers >= least.answers && learners >= least.learners;

export const isWorthTraining = ({ answers }: LogSize, lastTrainedOn: number | null): boolean =>
	lastTrainedOn === null || answers >= lastTrainedOn * growth;

/**
 * One learner in five is never learnt from, in any training: what is foreseen for them, answer by answer, judges every
 * model alike (progressive validation). By the FNV-1a hash of the key, so that it is the same five for ever.
 */
export function isJudge(learnerId: PersonId): boolean {
	let hash = 0x811c9dc5;
	for (const letter of learnerId)
		hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return (hash ^ (hash >>> 15)) % 5 === 0;
}

/** The answers of one learner's log that still count, in their order. */
export function answersOf(events: readonly LearnerEvent[]): TrainingLearner {
	const withdrawn = new Set(
		events.flatMap((event) => (event.kind === 'withdrawal' ? [event.withdraws] : []))
	);
	return events.flatMap((event): TrainingAnswer[] => {
		if (event.kind !== 'response' || withdrawn.has(event.id)) return [];
		const { item, skills, correct, at } = event;
		return [{ item, skills, correct, at }];
	});
}

/** The learners to read, latest first, until there are answers enough. */
export function withinReach(
	learners: readonly { readonly learnerId: PersonId; readonly answers: number }[],
	most = mostAnswers
): readonly PersonId[] {
	let read = 0;
	return learners.flatMap(({ learnerId, answers }) => {
		read += answers;
		return read <= most || read === answers ? [learnerId] : [];
	});
}

/** Mean log losses on the learners who judge; smaller is better. */
export interface Losses {
	readonly shipped: number;
	/** Of what is used now; the shipped one where nothing was trained. */
	readonly current: number;
	readonly candidate: number;
}

/** New parameters are used only where they foresee the judging learners better than both others. */
export const isBetter = ({ shipped, current, candidate }: Losses): boolean =>
	candidate < Math.min(shipped, current);
