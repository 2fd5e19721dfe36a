import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const log: ColumnPurpose = {
	purpose: 'to know what a learner can do, and to tell them why we think so',
	basis: 'public-task',
	seenBy: 'the learner; their teachers, support and family',
	kept: 'until the learner has left and their record was handed over',
	exported: 'evidence',
	erased: 'row-deleted'
};
const author: ColumnPurpose = {
	...log,
	purpose: 'to say who saw it, and to let them take it back',
	exported: 'evidence, as "an adult at school" where it is not one of their own',
	erased: 'value-replaced'
};

export const evidencePrivacy: PrivacyDeclaration = {
	module: 'evidence',
	columns: {
		...columns(
			'evidence_event',
			[
				'learner_id',
				'kind',
				'at',
				'place',
				'source',
				'outcome_ids',
				'item_id',
				'result',
				'seconds',
				'level',
				'words',
				'is_talk',
				'subject_id'
			],
			log
		),
		...columns('evidence_event', ['author_id'], author)
	},
	impersonal: impersonal('evidence_event', [
		'community_id',
		'event_id',
		'weight',
		'withdraws',
		'recorded_at'
	])
};
