import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const rung: ColumnPurpose = {
	purpose: 'to know who decides what about a learner, and to show how that moved',
	basis: 'public-task',
	seenBy: 'the learner; their teachers, support, family and mentors',
	kept: 'until the learner has left and their record was handed over',
	exported: 'who decides what',
	erased: 'row-deleted'
};

export const agencyPrivacy: PrivacyDeclaration = {
	module: 'agency',
	columns: columns(
		'ladder_rung',
		['learner_id', 'kind', 'since', 'rung', 'why', 'agreed_by', 'look_again_on'],
		rung
	),
	impersonal: [
		...impersonal('ladder_default', ['community_id', 'band', 'kind', 'rung']),
		...impersonal('ladder_rung', ['community_id'])
	]
};
