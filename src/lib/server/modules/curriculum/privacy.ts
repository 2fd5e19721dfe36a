import { columns, impersonal, type PrivacyDeclaration } from '../../platform/privacy/index.ts';

/** Frameworks and items are about nobody; who matched a topic is kept with the match. */
export const curriculumPrivacy: PrivacyDeclaration = {
	module: 'curriculum',
	columns: columns('tag_outcome', ['decided_by'], {
		purpose: 'says who matched a topic to an outcome, so that it can be asked about',
		basis: 'public-task',
		seenBy: 'teachers, leaders and administrators',
		kept: 'as long as the match',
		exported: 'decisions.json, as the decision to confirm or reject',
		erased: 'kept-without-person'
	}),
	impersonal: [
		...impersonal('shared.framework', [
			'framework_id',
			'source_id',
			'title',
			'creator',
			'version',
			'licence',
			'attribution',
			'imported_at'
		]),
		...impersonal('shared.outcome', [
			'outcome_id',
			'framework_id',
			'source_id',
			'code',
			'statement',
			'kind',
			'position'
		]),
		...impersonal('shared.association', [
			'association_id',
			'framework_id',
			'kind',
			'from_outcome_id',
			'to_outcome_id'
		]),
		...impersonal('adopted_framework', [
			'community_id',
			'framework_id',
			'shared_framework_id',
			'title',
			'shape',
			'licence',
			'attribution',
			'adopted_at',
			'facts_turned'
		]),
		...impersonal('strand', [
			'community_id',
			'strand_id',
			'framework_id',
			'name',
			'position',
			'kind'
		]),
		...impersonal('adopted_outcome', [
			'community_id',
			'outcome_id',
			'framework_id',
			'strand_id',
			'shared_outcome_id',
			'parent_id',
			'code',
			'statement',
			'kind',
			'position',
			'age_from',
			'age_to',
			'is_fact'
		]),
		...impersonal('learner_statement', ['community_id', 'outcome_id', 'band', 'locale', 'words']),
		...impersonal('adopted_association', [
			'community_id',
			'association_id',
			'kind',
			'from_outcome_id',
			'to_outcome_id'
		]),
		...impersonal('entitlement_rule', [
			'community_id',
			'rule_id',
			'strand_id',
			'band',
			'per',
			'measure',
			'least'
		]),
		...impersonal('item', [
			'community_id',
			'item_id',
			'source_id',
			'version',
			'kind',
			'body',
			'group_key',
			'position',
			'bank',
			'licence',
			'attribution',
			'retired_at'
		]),
		...impersonal('item_tag', ['community_id', 'item_id', 'tag_id']),
		...impersonal('content_tag', [
			'community_id',
			'tag_id',
			'source',
			'tag',
			'words',
			'example',
			'items',
			'opportunities'
		]),
		...impersonal('tag_outcome', ['community_id', 'tag_id', 'outcome_id', 'state', 'decided_at']),
		...impersonal('tag_suggestion', ['community_id', 'tag_id', 'outcome_id', 'likeness'])
	]
};
