import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Alternatives as they were offered, and what the learner did with each; ideas of their own. */
export const pathways: Migration = {
	id: '0190-pathways',
	sql: `
create table alternative_set (
	community_id uuid not null,
	set_id uuid not null,
	learner_id uuid not null,
	wish jsonb not null,
	weights_version text not null,
	seed bigint not null,
	-- Who asked for it; null where the system drew it. An adult's set is an offer (rung 1).
	made_by uuid,
	made_at timestamptz not null,
	fitting integer not null,
	-- Fewer than three fit: an adult is asked to find more.
	too_few boolean not null,
	-- Late strands that nothing on offer would pay.
	owed_unmet uuid[] not null default '{}',
	primary key (community_id, set_id),
	foreign key (community_id, learner_id) references person
);
create index alternative_set_learner on alternative_set (community_id, learner_id, made_at);
${tenantTable('alternative_set')}

create table alternative (
	community_id uuid not null,
	set_id uuid not null,
	position smallint not null,
	opportunity_id uuid not null,
	score real not null,
	-- The terms of the score, as the engine gave them.
	reasons jsonb not null,
	answer text check (answer in ('picked','declined')),
	decline_reason text check (decline_reason in ('too-hard','too-easy','not-interested','no-time','with-others','place','cost','other')),
	decline_words text,
	answered_at timestamptz,
	primary key (community_id, set_id, opportunity_id),
	foreign key (community_id, set_id) references alternative_set,
	foreign key (community_id, opportunity_id) references opportunity
);
create index alternative_opportunity on alternative (community_id, opportunity_id);
${tenantTable('alternative')}

create table own_idea (
	community_id uuid not null,
	idea_id uuid not null,
	learner_id uuid not null,
	words text not null,
	outcome_ids uuid[] not null default '{}',
	-- The goal it is for; plans come later, so no foreign key.
	goal_id uuid,
	place text,
	made_at timestamptz not null,
	-- The rung of 'activity' when it was made: says who must answer.
	rung smallint not null check (rung between 0 and 4),
	state text not null check (state in ('proposed','agreed','talk')),
	answered_by uuid,
	answer text,
	answered_at timestamptz,
	primary key (community_id, idea_id),
	foreign key (community_id, learner_id) references person
);
create index own_idea_learner on own_idea (community_id, learner_id, made_at);
${tenantTable('own_idea')}
`
};
