import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const talk: ColumnPurpose = {
	purpose: 'to let a learner, their family and their school talk about the learning',
	basis: 'public-task',
	seenBy:
		'the learner; family, teachers and support of this learner; a mentor where they promised something',
	kept: 'until the learner has left and their record was handed over',
	exported: 'conversations; what others wrote in a learner’s thread stands beside it',
	erased: 'row-deleted'
};
const author: ColumnPurpose = {
	...talk,
	purpose: 'to say who wrote it, and to let them take it back',
	erased: 'value-replaced'
};
const seen: ColumnPurpose = {
	...talk,
	purpose: 'to show a person what is new since they last looked',
	seenBy: 'this person alone',
	exported: 'not exported: it says where a page was left'
};
const hand: ColumnPurpose = {
	purpose: 'to call somebody over when the learner is stuck or ready',
	basis: 'public-task',
	seenBy: 'the learner; their teachers and support',
	kept: 'until the end of the next school year',
	exported: 'hands raised',
	erased: 'row-deleted'
};
const answerer: ColumnPurpose = {
	...hand,
	purpose: 'to tell the learner who answered',
	erased: 'value-replaced'
};
const report: ColumnPurpose = {
	purpose: 'to keep children safe: somebody told us about a message',
	basis: 'legal-obligation',
	seenBy: 'the safeguarding lead; leaders where none is named',
	kept: 'seven years after it was closed',
	exported: 'not exported: it would tell others who spoke up',
	erased: 'kept-without-person'
};
const lead: ColumnPurpose = {
	...report,
	purpose: 'to know who reads reports',
	kept: 'seven years after the duty ended',
	exported: 'duties'
};

export const conversationsPrivacy: PrivacyDeclaration = {
	module: 'conversations',
	columns: {
		...columns('thread', ['learner_id', 'subject_id', 'started_at'], talk),
		...columns('message', ['words', 'locale', 'sent_at', 'removed_at'], talk),
		...columns('message', ['author_id'], author),
		...columns('thread_seen', ['person_id', 'seen_position'], seen),
		...columns(
			'help_signal',
			[
				'learner_id',
				'kind',
				'words',
				'about_outcome_id',
				'made_at',
				'answer',
				'answered_at',
				'taken_back_at'
			],
			hand
		),
		...columns('help_signal', ['answered_by'], answerer),
		...columns(
			'safeguarding_report',
			['message_id', 'reported_by', 'words', 'made_at', 'closed_at', 'closed_by', 'closing_words'],
			report
		),
		...columns('safeguarding_lead', ['person_id', 'since', 'ended_at'], lead)
	},
	impersonal: [
		...impersonal('thread', ['community_id', 'thread_id', 'subject_type', 'last_position']),
		...impersonal('message', ['community_id', 'message_id', 'thread_id', 'position']),
		...impersonal('thread_seen', ['community_id', 'thread_id']),
		...impersonal('help_signal', ['community_id', 'signal_id']),
		...impersonal('safeguarding_report', ['community_id', 'report_id']),
		...impersonal('safeguarding_lead', ['community_id'])
	]
};
