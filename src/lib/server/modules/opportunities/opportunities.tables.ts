import type { ColumnType } from 'kysely';
import type { Company, Mode, OpportunityKind, Place } from '#engines/pathways/index.ts';
import type { CommunityId, Id, OutcomeId } from '../../platform/ids.ts';
import type { TagId } from '../curriculum/index.ts';

export type OpportunityId = Id<'opportunity'>;

/** What a catalogue says about a lesson, for search and for the adult. */
export interface OpportunityDetails {
	readonly subjects: readonly string[];
	/** What a learner can do afterwards, in pupil words; empty where the catalogue has none. */
	readonly outcome: string;
	readonly keyPoints: readonly string[];
	readonly misconceptions: readonly { readonly statement: string; readonly correction: string }[];
	readonly keywords: readonly string[];
}

export type OpportunityTables = {
	opportunity: {
		community_id: CommunityId;
		opportunity_id: OpportunityId;
		kind: OpportunityKind;
		title: string;
		about: string;
		place: Place;
		place_name: string | null;
		mode: Mode;
		company: Company;
		context: string | null;
		minutes: number | null;
		cost_minor: number | null;
		currency: string | null;
		age_from: number | null;
		age_to: number | null;
		stretch: number;
		access_needs: readonly string[];
		safety_needs: readonly string[];
		supports: readonly string[];
		languages: readonly string[];
		interests: readonly string[];
		capacity: number | null;
		times: string | null;
		contact: string | null;
		url: string | null;
		picture: string | null;
		provenance: string;
		vouched_by: string | null;
		licence: string | null;
		attribution: string | null;
		details: ColumnType<OpportunityDetails | null, string | null | undefined, string | null>;
		source: string;
		source_id: string;
		retired_at: Date | null;
	};
	opportunity_outcome: {
		community_id: CommunityId;
		opportunity_id: OpportunityId;
		outcome_id: OutcomeId;
		part: 'builds' | 'needs';
	};
	opportunity_tag: { community_id: CommunityId; opportunity_id: OpportunityId; tag_id: TagId };
};
