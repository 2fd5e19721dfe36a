import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const week: ColumnPurpose = {
	purpose: 'to give each learner a week that serves their needs and wishes, and to say why',
	basis: 'public-task',
	seenBy:
		'the learner; their teachers, support and family; names in sessions also by who makes the week',
	kept: 'two years',
	exported: 'my weeks',
	erased: 'row-deleted'
};
const called: ColumnPurpose = {
	...week,
	purpose: 'to say why an adult asks for a learner, and to answer what the learner says against it',
	exported: 'what I was asked to come to'
};
const wished: ColumnPurpose = {
	...week,
	purpose: 'to hear what a learner would choose, and with whom',
	seenBy:
		'the learner; their teachers and support; a wish for company also by the one wished for, when both say it',
	exported: 'my wishes'
};
const apart: ColumnPurpose = {
	...week,
	purpose: 'to keep two learners out of one group for their good',
	seenBy: 'teachers and support of either; never a learner or family',
	kept: 'until it ends, then one year',
	exported: 'not: it concerns another person as well'
};
const roll: ColumnPurpose = {
	...week,
	purpose: 'to know where a child is now, and to notice at once when one is missing',
	basis: 'legal-obligation',
	kept: 'seven years',
	exported: 'where I was'
};
const own: ColumnPurpose = {
	...week,
	purpose: 'to let a learner plan a week and look back on it',
	exported: 'what I meant to do and did'
};
const adult: ColumnPurpose = {
	...week,
	purpose: 'to say by name who leads, asked, decided or answered',
	exported: 'what I did',
	erased: 'value-replaced'
};
const away: ColumnPurpose = {
	...week,
	purpose: 'to plan nothing for somebody who is away',
	seenBy: 'who makes the week',
	kept: 'one year',
	exported: 'when I was away'
};
const papers: ColumnPurpose = {
	...week,
	purpose: 'to find a week, and to go on after an interruption',
	seenBy: 'who makes the week, in counts; names in sessions',
	kept: 'four weeks after the week',
	exported: 'not: what came of it is in my weeks'
};
const feed: ColumnPurpose = {
	...week,
	purpose: 'to show one’s own week in one’s own calendar',
	basis: 'consent',
	seenBy: 'whoever holds the secret address',
	kept: 'until revoked, then one month',
	exported: 'that I have a calendar address'
};

export const organiserPrivacy: PrivacyDeclaration = {
	module: 'organiser',
	columns: {
		...columns('site_week', ['published_by', 'opened_by'], adult),
		...columns('offer', ['made_by'], adult),
		...columns('offer_adult', ['person_id', 'is_usual'], adult),
		...columns('absence', ['person_id', 'starts_on', 'ends_on', 'period_id', 'words'], away),
		...columns('absence', ['made_by'], adult),
		...columns('adult_load', ['person_id', 'most_sessions'], away),
		...columns(
			'offer_call',
			[
				'learner_id',
				'offer_id',
				'is_must',
				'severity',
				'reason',
				'from_day',
				'until_day',
				'met_week_id',
				'objection',
				'objected_at',
				'answer',
				'answered_at'
			],
			called
		),
		...columns('offer_call', ['made_by', 'withdrawn_by', 'answered_by'], adult),
		...columns(
			'wish_list',
			['learner_id', 'state', 'saved_at', 'words', 'other_words', 'other_asked_at'],
			wished
		),
		...columns('wish_list', ['saved_by', 'answered_by'], adult),
		...columns('week_wish', ['learner_id', 'offer_id', 'rank'], wished),
		...columns('company_wish', ['learner_id', 'other_id', 'state', 'said_at'], wished),
		...columns('company_wish', ['said_by', 'answered_by'], adult),
		...columns('apart_pair', ['learner_id', 'other_id', 'reason'], apart),
		...columns('apart_pair', ['made_by'], adult),
		...columns('organiser_run', ['problem', 'snapshot', 'plan', 'report', 'faults'], papers),
		...columns('organiser_run', ['asked_by'], adult),
		...columns('week_session', ['adult_id'], adult),
		...columns('week_seat', ['learner_id', 'why', 'rank'], week),
		...columns('unmet_wish', ['learner_id', 'offer_id', 'rank', 'cause', 'price'], week),
		...columns('week_change', ['words', 'moved'], week),
		...columns('week_change', ['made_by'], adult),
		...columns('week_fairness', ['learner_id', 'satisfaction', 'credit'], week),
		...columns(
			'roll_mark',
			['day', 'period_id', 'learner_id', 'session_id', 'state', 'words'],
			roll
		),
		...columns('roll_mark', ['marked_by'], adult),
		...columns(
			'week_intention',
			['learner_id', 'day', 'period_id', 'words', 'actual', 'actual_words', 'looked_back_at'],
			own
		),
		...columns('calendar_feed', ['person_id', 'token_digest'], feed)
	},
	impersonal: [
		...impersonal('week_rule', [
			'community_id',
			'site_id',
			'study_seats',
			'most_wishes',
			'closes_weekday',
			'closes_at',
			'money_minor',
			'adult_minutes'
		]),
		...impersonal('site_week', [
			'community_id',
			'week_id',
			'site_id',
			'starts_on',
			'state',
			'wishes_until',
			'study_seats',
			'most_wishes',
			'money_minor',
			'adult_minutes',
			'revision',
			'published_run_id',
			'published_at',
			'opened_at'
		]),
		...impersonal('offer', [
			'community_id',
			'offer_id',
			'site_id',
			'kind',
			'title',
			'about',
			'opportunity_id',
			'strand_id',
			'age_from',
			'age_to',
			'sections',
			'minimum',
			'maximum',
			'grouping',
			'age_spread_months',
			'needs_room',
			'features',
			'period_ids',
			'cost_minor',
			'currency',
			'from_day',
			'until_day',
			'version',
			'made_at',
			'changed_at',
			'retired_at'
		]),
		...impersonal('offer_outcome', ['community_id', 'offer_id', 'outcome_id', 'part']),
		...impersonal('offer_adult', ['community_id', 'offer_id']),
		...impersonal('absence', ['community_id', 'absence_id', 'room_id', 'made_at', 'removed_at']),
		...impersonal('adult_load', ['community_id']),
		...impersonal('offer_call', ['community_id', 'call_id', 'made_at', 'withdrawn_at']),
		...impersonal('wish_list', ['community_id', 'week_id', 'seed', 'rung', 'answered_at']),
		...impersonal('week_wish', ['community_id', 'week_id']),
		...impersonal('company_wish', ['community_id', 'rung', 'answered_at']),
		...impersonal('apart_pair', ['community_id', 'pair_id', 'made_at', 'ended_at']),
		...impersonal('organiser_run', [
			'community_id',
			'run_id',
			'week_id',
			'name',
			'state',
			'seed',
			'seconds',
			'curve',
			'levels',
			'spent_ms',
			'wants_stop',
			'asked_at',
			'started_at',
			'heartbeat_at',
			'ended_at'
		]),
		...impersonal('week_session', [
			'community_id',
			'session_id',
			'week_id',
			'offer_id',
			'section',
			'day',
			'period_id',
			'room_id',
			'made_at',
			'cancelled_at'
		]),
		...impersonal('week_seat', ['community_id', 'session_id', 'week_id', 'made_at']),
		...impersonal('unmet_wish', ['community_id', 'week_id', 'priced_at']),
		...impersonal('week_change', [
			'community_id',
			'change_id',
			'week_id',
			'revision',
			'kind',
			'touched',
			'made_at'
		]),
		...impersonal('week_fairness', ['community_id', 'week_id']),
		...impersonal('roll_mark', ['community_id', 'marked_at']),
		...impersonal('week_intention', [
			'community_id',
			'intention_id',
			'week_id',
			'made_at',
			'removed_at'
		]),
		...impersonal('calendar_feed', ['community_id', 'feed_id', 'made_at', 'revoked_at'])
	]
};
