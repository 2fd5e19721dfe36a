import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const work: ColumnPurpose = {
	purpose:
		'to keep what a learner made and did, to show it where they want, and to learn from feedback',
	basis: 'public-task',
	seenBy: 'the learner, and the adults around them whom its audience names',
	kept: 'until the learner has left and took it with them; what they took away, thirty days',
	exported: 'my work',
	erased: 'row-deleted'
};
const adult: ColumnPurpose = {
	...work,
	purpose: 'to say by name who was asked, who gave feedback and who answered a wish',
	erased: 'value-replaced'
};

export const portfolioPrivacy: PrivacyDeclaration = {
	module: 'portfolio',
	columns: {
		...columns(
			'artefact',
			[
				'learner_id',
				'title',
				'place',
				'made_on',
				'audience',
				'wished_audience',
				'wished_at',
				'audience_answer',
				'goal_id',
				'outcome_ids',
				'folded',
				'created_at',
				'changed_at',
				'removed_at'
			],
			work
		),
		...columns('artefact', ['audience_answered_by'], adult),
		...columns(
			'artefact_revision',
			['words', 'file_ids', 'alt', 'link', 'change_words', 'because_of', 'made_at'],
			work
		),
		...columns('reflection', ['learner_id', 'words', 'made_at'], work),
		...columns(
			'feedback_request',
			['learner_id', 'wants_to_know', 'made_at', 'withdrawn_at'],
			work
		),
		...columns('feedback_request', ['asked_id'], adult),
		...columns(
			'feedback',
			[
				'learner_id',
				'works_well',
				'question',
				'next_step',
				'made_at',
				'response',
				'response_words',
				'response_revision',
				'responded_at'
			],
			work
		),
		...columns('feedback', ['author_id'], adult)
	},
	impersonal: [
		...impersonal('artefact', ['community_id', 'artefact_id', 'revision']),
		...impersonal('artefact_revision', ['community_id', 'artefact_id', 'revision', 'revision_key']),
		...impersonal('reflection', ['community_id', 'reflection_id', 'artefact_id']),
		...impersonal('feedback_request', ['community_id', 'request_id', 'artefact_id']),
		...impersonal('feedback', [
			'community_id',
			'feedback_id',
			'artefact_id',
			'revision',
			'request_id'
		])
	]
};
