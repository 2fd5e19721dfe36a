import type { SchoolDay } from '../../platform/clock/index.ts';
import type { FileId, FileTables } from '../../platform/files/index.ts';
import type { CommunityId, Id, OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';
import type { EvidencePlace } from '../evidence/index.ts';
import type { Audience } from '../people/index.ts';

export type ArtefactId = Id<'artefact'>;
export type RevisionKey = Id<'artefact-revision'>;
export type ReflectionId = Id<'reflection'>;
export type RequestId = Id<'feedback-request'>;
export type FeedbackId = Id<'feedback'>;

/** What a learner does with feedback. */
export const feedbackResponses = ['changed', 'not-now', 'talk'] as const;
export type FeedbackResponse = (typeof feedbackResponses)[number];

export type PortfolioTables = FileTables & {
	artefact: {
		community_id: CommunityId;
		artefact_id: ArtefactId;
		learner_id: PersonId;
		title: string;
		place: EvidencePlace;
		made_on: SchoolDay;
		audience: Audience;
		wished_audience: Audience | null;
		wished_at: Date | null;
		audience_answer: string | null;
		audience_answered_by: PersonId | null;
		/** A goal of this learner's plan; the module that owns goals shows it only to its own learner. */
		goal_id: Uuid | null;
		outcome_ids: OutcomeId[];
		/** The present one. */
		revision: number;
		folded: string;
		created_at: Date;
		changed_at: Date;
		removed_at: Date | null;
	};
	artefact_revision: {
		community_id: CommunityId;
		artefact_id: ArtefactId;
		revision: number;
		revision_key: RevisionKey;
		words: string | null;
		file_ids: FileId[];
		alt: string | null;
		link: string | null;
		change_words: string | null;
		because_of: FeedbackId | null;
		made_at: Date;
	};
	reflection: {
		community_id: CommunityId;
		reflection_id: ReflectionId;
		learner_id: PersonId;
		artefact_id: ArtefactId | null;
		words: string;
		made_at: Date;
	};
	feedback_request: {
		community_id: CommunityId;
		request_id: RequestId;
		learner_id: PersonId;
		artefact_id: ArtefactId;
		asked_id: PersonId;
		wants_to_know: string;
		made_at: Date;
		withdrawn_at: Date | null;
	};
	feedback: {
		community_id: CommunityId;
		feedback_id: FeedbackId;
		learner_id: PersonId;
		artefact_id: ArtefactId;
		revision: number;
		/** Null where nobody asked for it. */
		request_id: RequestId | null;
		author_id: PersonId;
		works_well: string | null;
		question: string | null;
		next_step: string | null;
		made_at: Date;
		response: FeedbackResponse | null;
		response_words: string | null;
		response_revision: number | null;
		responded_at: Date | null;
	};
};
