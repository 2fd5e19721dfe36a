import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const offered: ColumnPurpose = {
	purpose: 'to offer what a learner could do next, say why, and learn from what they turn down',
	basis: 'public-task',
	seenBy: 'the learner; their teachers, support and family',
	kept: 'two years',
	exported: 'what I could do next',
	erased: 'row-deleted'
};
const idea: ColumnPurpose = {
	...offered,
	purpose: 'to hear a learner’s own idea and answer it',
	exported: 'my ideas'
};
const adult: ColumnPurpose = {
	...offered,
	purpose: 'to say by name who offered or answered',
	erased: 'value-replaced'
};

export const pathwaysPrivacy: PrivacyDeclaration = {
	module: 'pathways',
	columns: {
		...columns('alternative_set', ['learner_id', 'wish', 'made_at', 'owed_unmet'], offered),
		...columns('alternative_set', ['made_by'], adult),
		...columns(
			'alternative',
			['opportunity_id', 'reasons', 'answer', 'decline_reason', 'decline_words', 'answered_at'],
			offered
		),
		...columns(
			'own_idea',
			[
				'learner_id',
				'words',
				'outcome_ids',
				'goal_id',
				'place',
				'made_at',
				'state',
				'answer',
				'answered_at'
			],
			idea
		),
		...columns('own_idea', ['answered_by'], adult)
	},
	impersonal: [
		...impersonal('alternative_set', [
			'community_id',
			'set_id',
			'weights_version',
			'seed',
			'fitting',
			'too_few'
		]),
		...impersonal('alternative', ['community_id', 'set_id', 'position', 'score']),
		...impersonal('own_idea', ['community_id', 'idea_id', 'rung'])
	]
};
