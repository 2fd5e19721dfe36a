import type { ColumnType } from 'kysely';
import type { DeclineReason, Reason } from '#engines/pathways/index.ts';
import type { CommunityId, Id, OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';
import type { Rung } from '../agency/index.ts';
import type { StrandId } from '../curriculum/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { StoredWish } from './wish.ts';

export type AlternativeSetId = Id<'alternative-set'>;
export type IdeaId = Id<'idea'>;
type Json<T> = ColumnType<T, string, string>;

export type PathwayTables = {
	alternative_set: {
		community_id: CommunityId;
		set_id: AlternativeSetId;
		learner_id: PersonId;
		wish: Json<StoredWish>;
		weights_version: string;
		seed: number;
		made_by: PersonId | null;
		made_at: Date;
		fitting: number;
		too_few: boolean;
		owed_unmet: StrandId[];
	};
	alternative: {
		community_id: CommunityId;
		set_id: AlternativeSetId;
		position: number;
		opportunity_id: OpportunityId;
		score: number;
		reasons: Json<readonly Reason[]>;
		answer: 'picked' | 'declined' | null;
		decline_reason: DeclineReason | null;
		decline_words: string | null;
		answered_at: Date | null;
	};
	own_idea: {
		community_id: CommunityId;
		idea_id: IdeaId;
		learner_id: PersonId;
		words: string;
		outcome_ids: OutcomeId[];
		goal_id: Uuid | null;
		place: string | null;
		made_at: Date;
		rung: Rung;
		state: 'proposed' | 'agreed' | 'talk';
		answered_by: PersonId | null;
		answer: string | null;
		answered_at: Date | null;
	};
};
