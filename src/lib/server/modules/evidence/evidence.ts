import type { EvidenceKind, EvidenceTables } from './evidence.tables.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { EvidenceId, EvidencePlace } from './evidence.tables.ts';

/** One thing that happened, as pages show it. */
export interface EvidenceView {
	readonly eventId: EvidenceId;
	readonly kind: EvidenceKind;
	readonly at: Date;
	readonly place: EvidencePlace;
	readonly source: string;
	readonly outcomeIds: readonly OutcomeId[];
	readonly result: EvidenceTables['evidence_event']['result'];
	readonly level: number | null;
	readonly words: string | null;
	readonly isTalk: boolean;
	readonly authorId: PersonId | null;
	/** Set when it was taken back: it no longer counts, and both stay visible. */
	readonly withdrawnAt: Date | null;
}

/** What adults tick when they saw something, and what it says to the model: 0 not yet … 1 did it without help. */
export const observationLevels = {
	'not-yet': 0.1,
	'with-help': 0.4,
	mostly: 0.75,
	alone: 1
} as const;
export type ObservationLevel = keyof typeof observationLevels;

const levelNames = [
	'not-yet',
	'with-help',
	'mostly',
	'alone'
] as const satisfies readonly ObservationLevel[];

/** The tick nearest to a stored level; how an adult reads back what they saw. */
export const observationLevelOf = (level: number): ObservationLevel =>
	levelNames.toSorted(
		(a, b) => Math.abs(observationLevels[a] - level) - Math.abs(observationLevels[b] - level)
	)[0] ?? 'not-yet';

/** How a learner says where they stand; the same scale, their own channel. */
export const ownLevels = { 'not-yet': 0.1, starting: 0.35, nearly: 0.65, can: 0.95 } as const;
export type OwnLevel = keyof typeof ownLevels;

export const isObservationLevel = (value: unknown): value is ObservationLevel =>
	typeof value === 'string' && Object.hasOwn(observationLevels, value);

export const isOwnLevel = (value: unknown): value is OwnLevel =>
	typeof value === 'string' && Object.hasOwn(ownLevels, value);
