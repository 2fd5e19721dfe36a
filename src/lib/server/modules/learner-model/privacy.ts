import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const belief: ColumnPurpose = {
	purpose: 'to keep pages quick: the same as folding the learner’s evidence again',
	basis: 'public-task',
	seenBy: 'the learner; their teachers, support and family, as beliefs in words',
	kept: 'as long as the evidence it is made from',
	exported: 'beliefs, in words and numbers',
	erased: 'row-deleted'
};
const check: ColumnPurpose = {
	...belief,
	purpose: 'to carry on with a check after a closed lid, and to say what it changed',
	seenBy: 'the learner',
	exported: 'checks'
};
const dispute: ColumnPurpose = {
	...belief,
	purpose: 'to hear a learner who sees it otherwise',
	seenBy: 'the learner; their teachers, support and family',
	exported: 'challenges'
};

export const learnerModelPrivacy: PrivacyDeclaration = {
	module: 'learner-model',
	columns: {
		...columns('belief_snapshot', ['learner_id', 'state', 'last_event_id'], belief),
		...columns(
			'check_run',
			[
				'learner_id',
				'strand_id',
				'outcome_id',
				'diagnostic',
				'waiting_item_id',
				'waiting_outcome_id',
				'waiting_since',
				'started_at',
				'ended_at',
				'end_reason',
				'before'
			],
			check
		),
		...columns(
			'challenge',
			['learner_id', 'outcome_id', 'words', 'wants', 'state', 'answer', 'made_at', 'answered_at'],
			dispute
		),
		...columns('challenge', ['answered_by'], { ...dispute, erased: 'value-replaced' })
	},
	impersonal: [
		...impersonal('belief_snapshot', ['community_id', 'model_version', 'events_seen', 'taken_at']),
		...impersonal('check_run', ['community_id', 'check_id', 'version']),
		...impersonal('challenge', ['community_id', 'challenge_id']),
		...impersonal('trained_model', [
			'community_id',
			'model_id',
			'state',
			'up_to',
			'events',
			'answers',
			'learners',
			'graph_stamp',
			'seed',
			'went_on_from',
			'afresh_answers',
			'stages',
			'parameters',
			'shipped_loss',
			'loss',
			'began_at',
			'ended_at'
		])
	]
};
