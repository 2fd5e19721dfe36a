import type {
	LearnerEvent,
	TrainingAnswer,
	TrainingLearner,
	TrainingLog
} from '#engines/learner-model/index.ts';
import type { PersonId } from '../../../platform/ids.ts';
import type { EvidenceId } from '../../evidence/index.ts';

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

/** Training is worth its minutes again when there are so many times the answers of last time. */
const growth = { afresh: 1.25, goingOn: 1.05 } as const;

/** A line of trainings begins afresh once there are twice the answers: what was left out then counts again. */
const growthOfLine = 2;

/** Withdrawn answers stay learnt while training goes on; no more than one in so many may. */
const answersPerWithdrawn = 1_000;

/** The most answers learnt from, the latest learners first: what an old computer holds in memory. */
export const mostAnswers = 400_000;

/** Where training goes on: answers read for its last part, besides all logs with new answers. */
export const mostAnswersGoingOn = 100_000;

/** One learner with answers. */
export interface Answering {
	readonly learnerId: PersonId;
	readonly answers: number;
	/** Their latest. */
	readonly last: EvidenceId;
}

export const isEnough = ({ answers, learners }: LogSize): boolean =>
	answers >= least.answers && learners >= least.learners;

/** How a training learns: from new answers alone, or from all of them. */
export type TrainingWay = keyof typeof growth;

export const isWorthTraining = (
	{ answers }: LogSize,
	lastTrainedOn: number | null,
	way: TrainingWay
): boolean => lastTrainedOn === null || answers >= lastTrainedOn * growth[way];

/** Whether the model in use, learnt when there were `learnt` answers, may be gone on from. */
export const mayGoOn = (
	{ answers }: LogSize,
	base: { readonly answers: number; readonly afreshAnswers: number },
	withdrawn: number
): boolean =>
	answers < base.afreshAnswers * growthOfLine && withdrawn * answersPerWithdrawn <= base.answers;

/**
 * One learner in five is never learnt from, in any training: what is foreseen for them, answer by answer, judges every
 * model alike (progressive validation). By the FNV-1a hash of the key, so that it is the same five for ever.
 */
export const isJudge = (learnerId: PersonId): boolean => hashOf(learnerId) % 5 === 0;

/** The group that a learner is held out with, in every training. */
export const groupOf = (learnerId: PersonId): number => Math.floor(hashOf(learnerId) / 5) % 3;

function hashOf(learnerId: PersonId): number {
	let hash = 0x811c9dc5;
	for (const letter of learnerId)
		hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return (hash ^ (hash >>> 15)) >>> 0;
}

/** The answers of one learner's log that still count, in their order; those up to `learntUpTo` were learnt from. */
export function logOf(
	learnerId: PersonId,
	events: readonly LearnerEvent[],
	learntUpTo: EvidenceId | null
): TrainingLog {
	const known = learntUpTo === null ? [] : events.filter(({ id }) => id <= learntUpTo);
	// What is withdrawn only now was learnt from, but counts no longer: neither as new nor as learnt.
	const withdrawals = events.filter(({ kind }) => kind === 'withdrawal');
	return {
		answers: answersOf(events),
		learnt: answersOf([...known, ...withdrawals]).length,
		group: groupOf(learnerId)
	};
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
	learners: readonly Pick<Answering, 'learnerId' | 'answers'>[],
	most = mostAnswers
): readonly PersonId[] {
	let read = 0;
	return learners.flatMap(({ learnerId, answers }) => {
		read += answers;
		return read <= most || read === answers ? [learnerId] : [];
	});
}

/** Where training goes on: everyone with new answers, and the latest others until there are enough. */
export function withinReachGoingOn(
	learners: readonly Answering[],
	learntUpTo: EvidenceId
): readonly PersonId[] {
	const fresh = learners.filter(({ last }) => last > learntUpTo);
	const answers = fresh.reduce((sum, one) => sum + one.answers, 0);
	return withinReach(learners, Math.min(mostAnswers, Math.max(mostAnswersGoingOn, answers)));
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
