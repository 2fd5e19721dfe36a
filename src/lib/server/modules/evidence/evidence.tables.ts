import type { CommunityId, Id, OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';
import type { ItemId } from '../curriculum/index.ts';

export type EvidenceId = Id<'evidence'>;

export const evidenceKinds = [
	'response',
	'observation',
	'self-assessment',
	'artefact-judgement',
	'external-record',
	'teacher-judgement',
	'withdrawal'
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const places = ['school', 'home', 'online', 'community', 'work'] as const;
export type EvidencePlace = (typeof places)[number];

export type EvidenceTables = {
	evidence_event: {
		community_id: CommunityId;
		learner_id: PersonId;
		event_id: EvidenceId;
		kind: EvidenceKind;
		at: Date;
		place: EvidencePlace;
		/** What it came through: `check`, `class-page`, `portfolio`, an importer's name. */
		source: string;
		outcome_ids: readonly OutcomeId[];
		weight: number;
		item_id: ItemId | null;
		result: 'right' | 'wrong' | 'dont-know-yet' | null;
		seconds: number | null;
		level: number | null;
		words: string | null;
		is_talk: boolean;
		author_id: PersonId | null;
		/** The work it judges, where it judges one. */
		subject_id: Uuid | null;
		withdraws: EvidenceId | null;
		recorded_at: Date;
	};
};
