import type { ColumnType } from 'kysely';
import type { AgeBand } from '../../platform/access/index.ts';
import type { CommunityId, Id, OutcomeId, PersonId, Uuid } from '../../platform/ids.ts';

export type FrameworkId = Id<'framework'>;
export type StrandId = Id<'strand'>;
export type ItemId = Id<'item'>;
export type TagId = Id<'tag'>;

export const associationKinds = [
	'precedes',
	'is-child-of',
	'is-related-to',
	'exact-match'
] as const;
export type AssociationKind = (typeof associationKinds)[number];

export type CurriculumTables = {
	'shared.framework': {
		framework_id: Uuid;
		source_id: string;
		title: string;
		creator: string;
		version: string;
		licence: string | null;
		attribution: string | null;
		imported_at: Date;
	};
	'shared.outcome': {
		outcome_id: Uuid;
		framework_id: Uuid;
		source_id: string;
		code: string | null;
		statement: string;
		kind: string;
		position: number;
	};
	'shared.association': {
		association_id: Uuid;
		framework_id: Uuid;
		kind: AssociationKind;
		from_outcome_id: Uuid;
		to_outcome_id: Uuid;
	};
	adopted_framework: {
		community_id: CommunityId;
		framework_id: FrameworkId;
		shared_framework_id: Uuid | null;
		title: string;
		shape: 'tree' | 'graph';
		licence: string | null;
		attribution: string | null;
		adopted_at: Date;
		facts_turned: ColumnType<number, number | undefined>;
	};
	strand: {
		community_id: CommunityId;
		strand_id: StrandId;
		framework_id: FrameworkId;
		name: string;
		position: number;
		kind: 'subject' | 'competency' | 'habit';
	};
	adopted_outcome: {
		community_id: CommunityId;
		outcome_id: OutcomeId;
		framework_id: FrameworkId;
		strand_id: StrandId | null;
		shared_outcome_id: Uuid | null;
		parent_id: OutcomeId | null;
		code: string | null;
		statement: string;
		kind: 'outcome' | 'group';
		position: number;
		age_from: number | null;
		age_to: number | null;
		is_fact: ColumnType<boolean, boolean | undefined>;
	};
	learner_statement: {
		community_id: CommunityId;
		outcome_id: OutcomeId;
		band: AgeBand;
		locale: string;
		words: string;
	};
	adopted_association: {
		community_id: CommunityId;
		association_id: Uuid;
		kind: AssociationKind;
		from_outcome_id: OutcomeId;
		to_outcome_id: OutcomeId;
	};
	entitlement_rule: {
		community_id: CommunityId;
		rule_id: Uuid;
		strand_id: StrandId;
		band: AgeBand;
		per: 'term' | 'year';
		measure: 'minutes' | 'outcomes' | 'touches';
		least: number;
	};
	item: {
		community_id: CommunityId;
		item_id: ItemId;
		source_id: string;
		version: number;
		kind: string;
		/** Written as JSON text, read as a value. */
		body: unknown;
		group_key: string | null;
		position: number;
		bank: string;
		licence: string | null;
		attribution: string | null;
		retired_at: Date | null;
	};
	item_tag: { community_id: CommunityId; item_id: ItemId; tag_id: TagId };
	content_tag: {
		community_id: CommunityId;
		tag_id: TagId;
		source: string;
		tag: string;
		words: string;
		example: ColumnType<string, string | undefined, string>;
		items: number;
		opportunities: number;
	};
	tag_outcome: {
		community_id: CommunityId;
		tag_id: TagId;
		outcome_id: OutcomeId;
		state: 'confirmed' | 'rejected';
		decided_by: PersonId | null;
		decided_at: Date;
	};
	tag_suggestion: {
		community_id: CommunityId;
		tag_id: TagId;
		outcome_id: OutcomeId;
		likeness: number;
	};
};
