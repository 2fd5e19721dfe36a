import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** One living plan per learner: goals with every version, proposals and answers, steps, commitments. */
export const plans: Migration = {
	id: '0200-plans',
	sql: `
create table goal (
	community_id uuid not null,
	goal_id uuid not null,
	learner_id uuid not null,
	state text not null check (state in ('drafted','proposed','in-discussion','agreed','active','achieved','renegotiated','set-aside')),
	-- Counts every change of the fields or of what was agreed; a proposal names the version it starts from.
	version integer not null,
	purpose text not null check (purpose in ('learning','life')),
	sharing text not null check (sharing in ('individual','common')),
	-- words, why, outcomeIds, successCriteria, supports, reviewOn.
	fields jsonb not null,
	-- Of a draft: each line with its source.
	sources jsonb,
	review_on date,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	primary key (community_id, goal_id),
	foreign key (community_id, learner_id) references person
);
create index goal_learner on goal (community_id, learner_id, state);
create index goal_review on goal (community_id, review_on) where state in ('agreed','active','renegotiated');
${tenantTable('goal')}

create table goal_version (
	community_id uuid not null,
	goal_id uuid not null,
	version integer not null,
	state text not null,
	fields jsonb not null,
	author_id uuid,
	at timestamptz not null,
	primary key (community_id, goal_id, version),
	foreign key (community_id, goal_id) references goal
);
${tenantTable('goal_version', { isAppendOnly: true })}

create table goal_proposal (
	community_id uuid not null,
	proposal_id uuid not null,
	goal_id uuid not null,
	learner_id uuid not null,
	kind text not null check (kind in ('new','change','achieve','set-aside','take-up')),
	base_version integer not null,
	author_id uuid not null,
	author_role text not null,
	side text not null check (side in ('learner','adult')),
	-- The rung of 'goal' when it was made; a wish to talk makes it 2.
	rung smallint not null check (rung between 0 and 4),
	-- Field to [before, after].
	changes jsonb not null,
	words text,
	state text not null check (state in ('open','asked','agreed','countered','declined','withdrawn')),
	-- The proposal this one answers.
	counters uuid,
	made_at timestamptz not null,
	-- Rung 3: until when an adult may ask to talk about what took effect.
	talk_until date,
	answered_by uuid,
	answer_words text,
	answered_at timestamptz,
	primary key (community_id, proposal_id),
	foreign key (community_id, goal_id) references goal,
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, author_id) references person
);
create index goal_proposal_goal on goal_proposal (community_id, goal_id, made_at);
create index goal_proposal_learner on goal_proposal (community_id, learner_id, made_at);
create unique index goal_proposal_one_open on goal_proposal (community_id, goal_id) where state in ('open','asked');
${tenantTable('goal_proposal')}

-- What is said about a proposal: questions, replies, objections.
create table proposal_turn (
	community_id uuid not null,
	turn_id uuid not null,
	proposal_id uuid not null,
	author_id uuid not null,
	kind text not null check (kind in ('question','reply','talk')),
	words text not null,
	at timestamptz not null,
	primary key (community_id, turn_id),
	foreign key (community_id, proposal_id) references goal_proposal,
	foreign key (community_id, author_id) references person
);
create index proposal_turn_proposal on proposal_turn (community_id, proposal_id, turn_id);
${tenantTable('proposal_turn', { isAppendOnly: true })}

create table goal_agreement (
	community_id uuid not null,
	goal_id uuid not null,
	version integer not null,
	person_id uuid not null,
	role text not null,
	side text not null check (side in ('learner','adult')),
	at timestamptz not null,
	primary key (community_id, goal_id, version, person_id),
	foreign key (community_id, goal_id) references goal,
	foreign key (community_id, person_id) references person
);
${tenantTable('goal_agreement', { isAppendOnly: true })}

create table step (
	community_id uuid not null,
	step_id uuid not null,
	learner_id uuid not null,
	goal_id uuid,
	opportunity_id uuid,
	words text not null,
	where_words text,
	minutes integer,
	position integer not null default 0,
	due_on date,
	added_by uuid not null,
	added_at timestamptz not null,
	-- The rung of 'activity' when it was added, and the side whose yes it waits for; null: it may start.
	rung smallint not null check (rung between 0 and 4),
	waits_for text check (waits_for in ('learner','adult')),
	answered_by uuid,
	answered_at timestamptz,
	answer_words text,
	done_at timestamptz,
	removed_at timestamptz,
	primary key (community_id, step_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, goal_id) references goal,
	foreign key (community_id, opportunity_id) references opportunity
);
create index step_learner on step (community_id, learner_id);
${tenantTable('step')}

create table commitment (
	community_id uuid not null,
	commitment_id uuid not null,
	goal_id uuid not null,
	learner_id uuid not null,
	person_id uuid not null,
	role text not null check (role in ('learner','teacher','family','mentor','community')),
	words text not null,
	due_words text,
	due_on date,
	made_at timestamptz not null,
	kept_at timestamptz,
	removed_at timestamptz,
	primary key (community_id, commitment_id),
	foreign key (community_id, goal_id) references goal,
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, person_id) references person
);
create index commitment_goal on commitment (community_id, goal_id);
create index commitment_person on commitment (community_id, person_id);
${tenantTable('commitment')}
`
};
