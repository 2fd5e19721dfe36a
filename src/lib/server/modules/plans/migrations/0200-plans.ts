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
	-- Counts every change; a proposal names the version it starts from, so nobody overwrites anybody.
	version integer not null,
	purpose text not null check (purpose in ('learning','life')),
	sharing text not null check (sharing in ('individual','common')),
	-- The agreed or current fields: words, why, outcomeIds, successCriteria, supports, reviewOn.
	fields jsonb not null,
	sources jsonb,
	review_on date,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	primary key (community_id, goal_id),
	foreign key (community_id, learner_id) references person
);
create index goal_learner on goal (community_id, learner_id, state);
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
	base_version integer not null,
	author_id uuid not null,
	-- Field to [before, after].
	changes jsonb not null,
	words text,
	state text not null check (state in ('open','agreed','countered','asked','withdrawn')),
	-- The proposal this one answers.
	counters uuid,
	made_at timestamptz not null,
	answered_by uuid,
	answer_words text,
	answered_at timestamptz,
	primary key (community_id, proposal_id),
	foreign key (community_id, goal_id) references goal,
	foreign key (community_id, author_id) references person
);
create index goal_proposal_goal on goal_proposal (community_id, goal_id, made_at);
create unique index goal_proposal_one_open on goal_proposal (community_id, goal_id) where state = 'open';
${tenantTable('goal_proposal')}

create table goal_agreement (
	community_id uuid not null,
	goal_id uuid not null,
	version integer not null,
	person_id uuid not null,
	role text not null,
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
	outcome_ids uuid[] not null default '{}',
	position integer not null default 0,
	due_on date,
	added_by uuid not null,
	added_at timestamptz not null,
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
	foreign key (community_id, person_id) references person
);
create index commitment_goal on commitment (community_id, goal_id);
create index commitment_person on commitment (community_id, person_id);
${tenantTable('commitment')}
`
};
