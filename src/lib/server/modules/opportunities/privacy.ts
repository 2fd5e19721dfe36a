import { columns, impersonal, type PrivacyDeclaration } from '../../platform/privacy/index.ts';

/** Opportunities are about no learner; a contact or a voucher may name an adult who offers one. */
export const opportunitiesPrivacy: PrivacyDeclaration = {
	module: 'opportunities',
	columns: columns('opportunity', ['contact', 'vouched_by', 'provenance', 'place_name'], {
		purpose: 'says whom to ask about an opportunity and who vouches for it',
		basis: 'legitimate-interest',
		seenBy: 'everybody of the community',
		kept: 'until the opportunity is retired',
		exported: 'left out: it stands in a text about the opportunity, not about the person',
		erased: 'value-replaced'
	}),
	impersonal: [
		...impersonal('opportunity', [
			'community_id',
			'opportunity_id',
			'kind',
			'title',
			'about',
			'place',
			'mode',
			'company',
			'context',
			'minutes',
			'cost_minor',
			'currency',
			'age_from',
			'age_to',
			'stretch',
			'access_needs',
			'safety_needs',
			'supports',
			'languages',
			'interests',
			'capacity',
			'times',
			'url',
			'picture',
			'licence',
			'attribution',
			'details',
			'source',
			'source_id',
			'retired_at'
		]),
		...impersonal('opportunity_outcome', ['community_id', 'opportunity_id', 'outcome_id', 'part']),
		...impersonal('opportunity_tag', ['community_id', 'opportunity_id', 'tag_id'])
	]
};
