import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const plan: ColumnPurpose = {
	purpose: 'to agree goals, steps and promises with a learner and keep how they came about',
	basis: 'public-task',
	seenBy: 'the learner; their teachers, support and family',
	kept: 'until the learner has left and their record was handed over',
	exported: 'my plan',
	erased: 'row-deleted'
};
const adult: ColumnPurpose = {
	...plan,
	purpose: 'to say by name who proposed, agreed, promised or answered',
	erased: 'value-replaced'
};

export const plansPrivacy: PrivacyDeclaration = {
	module: 'plans',
	columns: {
		...columns(
			'goal',
			[
				'learner_id',
				'state',
				'purpose',
				'sharing',
				'fields',
				'sources',
				'review_on',
				'created_at',
				'changed_at'
			],
			plan
		),
		...columns('goal_version', ['state', 'fields', 'at'], plan),
		...columns('goal_version', ['author_id'], adult),
		...columns(
			'goal_proposal',
			[
				'learner_id',
				'kind',
				'changes',
				'words',
				'state',
				'made_at',
				'talk_until',
				'answer_words',
				'answered_at'
			],
			plan
		),
		...columns('goal_proposal', ['author_id', 'author_role', 'side', 'answered_by'], adult),
		...columns('proposal_turn', ['words', 'at'], plan),
		...columns('proposal_turn', ['author_id', 'kind'], adult),
		...columns('goal_agreement', ['person_id', 'role', 'side', 'at'], adult),
		...columns(
			'step',
			[
				'learner_id',
				'opportunity_id',
				'words',
				'where_words',
				'minutes',
				'due_on',
				'added_at',
				'waits_for',
				'answered_at',
				'answer_words',
				'done_at',
				'removed_at'
			],
			plan
		),
		...columns('step', ['added_by', 'answered_by'], adult),
		...columns(
			'commitment',
			['learner_id', 'words', 'due_words', 'due_on', 'made_at', 'kept_at', 'removed_at'],
			plan
		),
		...columns('commitment', ['person_id', 'role'], adult)
	},
	impersonal: [
		...impersonal('goal', ['community_id', 'goal_id', 'version']),
		...impersonal('goal_version', ['community_id', 'goal_id', 'version']),
		...impersonal('goal_proposal', [
			'community_id',
			'proposal_id',
			'goal_id',
			'base_version',
			'rung',
			'counters'
		]),
		...impersonal('proposal_turn', ['community_id', 'turn_id', 'proposal_id']),
		...impersonal('goal_agreement', ['community_id', 'goal_id', 'version']),
		...impersonal('step', ['community_id', 'step_id', 'goal_id', 'position', 'rung']),
		...impersonal('commitment', ['community_id', 'commitment_id', 'goal_id'])
	]
};
