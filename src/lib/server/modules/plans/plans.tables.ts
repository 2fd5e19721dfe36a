import type { ColumnType } from 'kysely';
import type { DraftMessage, DraftSource } from '#engines/pathways/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { CommunityId, Id, PersonId } from '../../platform/ids.ts';
import type { Role } from '../../platform/access/index.ts';
import type { Rung, Side } from '../agency/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { FieldChanges, GoalFields, GoalState } from './goal.ts';
import type { ProposalKind } from './negotiation.ts';

export type GoalId = Id<'goal'>;
export type ProposalId = Id<'proposal'>;
export type StepId = Id<'step'>;
export type CommitmentId = Id<'commitment'>;
export type TurnId = Id<'turn'>;

type Json<T> = ColumnType<T, string, string>;

/** One line of a draft in words, and where it comes from. */
export interface DraftedLine {
	readonly part: 'statement' | 'why' | 'success' | 'step' | 'support' | 'review';
	readonly message: DraftMessage;
	readonly words: string;
	readonly source: DraftSource;
}

export type ProposalState = 'open' | 'asked' | 'agreed' | 'countered' | 'declined' | 'withdrawn';
export type PromiseRole = 'learner' | 'teacher' | 'family' | 'mentor' | 'community';

export type PlanTables = {
	goal: {
		community_id: CommunityId;
		goal_id: GoalId;
		learner_id: PersonId;
		state: GoalState;
		version: number;
		purpose: 'learning' | 'life';
		sharing: 'individual' | 'common';
		fields: Json<GoalFields>;
		sources: ColumnType<readonly DraftedLine[] | null, string | null, string | null>;
		review_on: SchoolDay | null;
		created_at: Date;
		changed_at: Date;
	};
	goal_version: {
		community_id: CommunityId;
		goal_id: GoalId;
		version: number;
		state: GoalState;
		fields: Json<GoalFields>;
		author_id: PersonId | null;
		at: Date;
	};
	goal_proposal: {
		community_id: CommunityId;
		proposal_id: ProposalId;
		goal_id: GoalId;
		learner_id: PersonId;
		kind: ProposalKind;
		base_version: number;
		author_id: PersonId;
		author_role: Role;
		side: Side;
		rung: Rung;
		changes: Json<FieldChanges>;
		words: string | null;
		state: ProposalState;
		counters: ProposalId | null;
		made_at: Date;
		talk_until: SchoolDay | null;
		answered_by: PersonId | null;
		answer_words: string | null;
		answered_at: Date | null;
	};
	proposal_turn: {
		community_id: CommunityId;
		turn_id: TurnId;
		proposal_id: ProposalId;
		author_id: PersonId;
		kind: 'question' | 'reply' | 'talk';
		words: string;
		at: Date;
	};
	goal_agreement: {
		community_id: CommunityId;
		goal_id: GoalId;
		version: number;
		person_id: PersonId;
		role: Role;
		side: Side;
		at: Date;
	};
	step: {
		community_id: CommunityId;
		step_id: StepId;
		learner_id: PersonId;
		goal_id: GoalId | null;
		opportunity_id: OpportunityId | null;
		words: string;
		where_words: string | null;
		minutes: number | null;
		position: number;
		due_on: SchoolDay | null;
		added_by: PersonId;
		added_at: Date;
		rung: Rung;
		waits_for: Side | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
		answer_words: string | null;
		done_at: Date | null;
		removed_at: Date | null;
	};
	commitment: {
		community_id: CommunityId;
		commitment_id: CommitmentId;
		goal_id: GoalId;
		learner_id: PersonId;
		person_id: PersonId;
		role: PromiseRole;
		words: string;
		due_words: string | null;
		due_on: SchoolDay | null;
		made_at: Date;
		kept_at: Date | null;
		removed_at: Date | null;
	};
};
