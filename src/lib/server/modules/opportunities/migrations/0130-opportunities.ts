import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** The bank of opportunities: anything a learner can do to learn. */
export const opportunities: Migration = {
	id: '0130-opportunities',
	sql: `
create table opportunity (
	community_id uuid not null references community,
	opportunity_id uuid not null,
	kind text not null,
	title text not null,
	about text not null,
	place text not null check (place in ('school','home','online','community','work')),
	place_name text,
	mode text not null check (mode in ('read','watch','make','do','talk','move')),
	company text not null check (company in ('alone','pair','small','large','one-to-one')),
	context text,
	minutes integer check (minutes > 0),
	cost_minor integer check (cost_minor >= 0),
	currency text,
	age_from smallint,
	age_to smallint,
	stretch smallint not null default 0,
	access_needs text[] not null default '{}',
	safety_needs text[] not null default '{}',
	supports text[] not null default '{}',
	languages text[] not null default '{}',
	interests text[] not null default '{}',
	capacity integer check (capacity > 0),
	times text,
	contact text,
	url text,
	picture text,
	provenance text not null,
	vouched_by text,
	licence text,
	attribution text,
	-- What a catalogue says besides: the outcome in pupil words, key points, misconceptions, keywords.
	details jsonb,
	source text not null,
	source_id text not null,
	retired_at timestamptz,
	primary key (community_id, opportunity_id),
	unique (community_id, source, source_id)
);
${tenantTable('opportunity')}

create table opportunity_outcome (
	community_id uuid not null,
	opportunity_id uuid not null,
	outcome_id uuid not null,
	part text not null check (part in ('builds','needs')),
	primary key (community_id, opportunity_id, outcome_id, part),
	foreign key (community_id, opportunity_id) references opportunity,
	foreign key (community_id, outcome_id) references adopted_outcome
);
create index opportunity_outcome_outcome on opportunity_outcome (community_id, outcome_id, part);
${tenantTable('opportunity_outcome')}

create table opportunity_tag (
	community_id uuid not null,
	opportunity_id uuid not null,
	tag_id uuid not null,
	primary key (community_id, opportunity_id, tag_id),
	foreign key (community_id, opportunity_id) references opportunity,
	foreign key (community_id, tag_id) references content_tag
);
create index opportunity_tag_tag on opportunity_tag (community_id, tag_id);
${tenantTable('opportunity_tag')}
`
};
