import type { ColumnType } from 'kysely';
import type { CommunityId, Id, OutcomeId, PersonId } from '../../platform/ids.ts';
import type { EvidenceId } from '../evidence/index.ts';
import type { TrainedState } from './training/training.ts';
import type { ItemId, StrandId } from '../curriculum/index.ts';
import type { ChallengeState, ChallengeWish } from './challenge.ts';
import type { CheckEnd, CheckProgress, WordsBefore } from './check.ts';

export type CheckId = Id<'check'>;
export type ChallengeId = Id<'challenge'>;
export type TrainedModelId = Id<'trained-model'>;

/** Written as JSON text, read as the value. */
type Json<T> = ColumnType<T, string, string>;

export type LearnerModelTables = {
	belief_snapshot: {
		community_id: CommunityId;
		learner_id: PersonId;
		/** The parameters and the graph it was folded with. */
		model_version: string;
		/** How many rows of the log it holds, up to and with `last_event_id`. */
		events_seen: number;
		last_event_id: EvidenceId | null;
		state: Buffer;
		taken_at: Date;
	};
	check_run: {
		community_id: CommunityId;
		check_id: CheckId;
		learner_id: PersonId;
		strand_id: StrandId | null;
		outcome_id: OutcomeId | null;
		diagnostic: Json<CheckProgress>;
		waiting_item_id: ItemId | null;
		waiting_outcome_id: OutcomeId | null;
		waiting_since: Date | null;
		version: number;
		started_at: Date;
		ended_at: Date | null;
		end_reason: CheckEnd | null;
		before: Json<WordsBefore>;
	};
	challenge: {
		community_id: CommunityId;
		challenge_id: ChallengeId;
		learner_id: PersonId;
		outcome_id: OutcomeId;
		words: string;
		wants: ChallengeWish;
		state: ChallengeState;
		answer: string | null;
		answered_by: PersonId | null;
		made_at: Date;
		answered_at: Date | null;
	};
	trained_model: {
		community_id: CommunityId;
		model_id: TrainedModelId;
		state: TrainedState;
		up_to: EvidenceId;
		events: number;
		answers: number;
		learners: number;
		graph_stamp: string;
		seed: number;
		went_on_from: TrainedModelId | null;
		afresh_answers: number;
		stages: Buffer | null;
		parameters: Buffer | null;
		shipped_loss: number | null;
		loss: number | null;
		began_at: Date;
		ended_at: Date | null;
	};
};
