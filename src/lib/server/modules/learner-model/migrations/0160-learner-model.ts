import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Beliefs as snapshots of the fold, checks under way, and disputes about a belief. */
export const learnerModel: Migration = {
	id: '0160-learner-model',
	sql: `
create table belief_snapshot (
	community_id uuid not null,
	learner_id uuid not null,
	model_version text not null,
	events_seen integer not null,
	last_event_id uuid,
	state bytea not null,
	taken_at timestamptz not null,
	primary key (community_id, learner_id),
	foreign key (community_id, learner_id) references person
);
${tenantTable('belief_snapshot')}

create table check_run (
	community_id uuid not null,
	check_id uuid not null,
	learner_id uuid not null,
	-- A strand, or the outcome of "I can do this: test me".
	strand_id uuid,
	outcome_id uuid,
	diagnostic jsonb not null,
	-- The item that waits for an answer now, so that a closed lid loses nothing.
	waiting_item_id uuid,
	waiting_outcome_id uuid,
	waiting_since timestamptz,
	version integer not null default 0,
	started_at timestamptz not null,
	ended_at timestamptz,
	end_reason text,
	-- Beliefs as they were, to say what changed.
	before jsonb not null,
	primary key (community_id, check_id),
	foreign key (community_id, learner_id) references person
);
create index check_run_learner on check_run (community_id, learner_id, started_at);
${tenantTable('check_run')}

create table challenge (
	community_id uuid not null,
	challenge_id uuid not null,
	learner_id uuid not null,
	outcome_id uuid not null,
	words text not null,
	wants text not null check (wants in ('test','evidence','compromise','disagree')),
	state text not null check (state in ('open','tested','agreed','kept')),
	answer text,
	answered_by uuid,
	made_at timestamptz not null,
	answered_at timestamptz,
	primary key (community_id, challenge_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, outcome_id) references adopted_outcome
);
create index challenge_learner on challenge (community_id, learner_id, made_at);
${tenantTable('challenge')}

-- Parameters learnt from a community's own answers. They are about outcomes and items, never about a person.
create table trained_model (
	community_id uuid not null,
	model_id uuid not null,
	state text not null check (state in ('training','in-use','retired','not-better')),
	-- The log it learns from: events up to this key, and how many there were.
	up_to uuid not null,
	events integer not null,
	answers integer not null,
	learners integer not null,
	graph_stamp text not null,
	seed integer not null,
	-- The training whose work this one goes on with; null = all answers were learnt from afresh.
	went_on_from uuid,
	-- How many answers there were when this line of trainings last began afresh.
	afresh_answers integer not null,
	-- What is finished: while under way, so that it can be interrupted; in use, so that the next can go on from it.
	stages bytea,
	parameters bytea,
	-- Mean log loss on the learners kept apart, of the shipped parameters and of these.
	shipped_loss double precision,
	loss double precision,
	began_at timestamptz not null,
	ended_at timestamptz,
	primary key (community_id, model_id)
);
create unique index trained_model_in_use on trained_model (community_id) where state = 'in-use';
create unique index trained_model_training on trained_model (community_id) where state = 'training';
${tenantTable('trained_model')}
`
};
