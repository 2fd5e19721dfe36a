import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Frameworks, outcomes, associations, items. The shared text of an imported framework is a reference table that only
 * the importer writes; each community adopts outcomes under its own id and in its own words, so evidence has one key.
 */
export const curriculum: Migration = {
	id: '0120-curriculum',
	sql: `
create schema shared;
grant usage on schema shared to locus_app;

create table shared.framework (
	framework_id uuid primary key,
	-- The document's own identifier; the same document imported twice is the same framework.
	source_id text not null unique,
	title text not null,
	creator text not null,
	version text not null,
	licence text,
	attribution text,
	imported_at timestamptz not null
);
create table shared.outcome (
	outcome_id uuid primary key,
	framework_id uuid not null references shared.framework,
	source_id text not null,
	code text,
	statement text not null,
	kind text not null,
	position integer not null,
	unique (framework_id, source_id)
);
create table shared.association (
	association_id uuid primary key,
	framework_id uuid not null references shared.framework,
	kind text not null check (kind in ('precedes','is-child-of','is-related-to','exact-match')),
	from_outcome_id uuid not null references shared.outcome,
	to_outcome_id uuid not null references shared.outcome,
	unique (framework_id, kind, from_outcome_id, to_outcome_id)
);
grant select, insert on shared.framework, shared.outcome, shared.association to locus_app;

create table adopted_framework (
	community_id uuid not null references community,
	framework_id uuid not null,
	shared_framework_id uuid,
	title text not null,
	shape text not null check (shape in ('tree','graph')),
	licence text,
	attribution text,
	adopted_at timestamptz not null,
	-- How often it was said anew which outcomes are known by heart: what was read of them before is then old.
	facts_turned integer not null default 0,
	primary key (community_id, framework_id),
	unique (community_id, shared_framework_id),
	foreign key (shared_framework_id) references shared.framework
);
${tenantTable('adopted_framework')}

-- A strand is what a learner opens on the map and what a check runs over; it is a node of the tree or our own grouping.
create table strand (
	community_id uuid not null,
	strand_id uuid not null,
	framework_id uuid not null,
	name text not null,
	position integer not null,
	kind text not null default 'subject' check (kind in ('subject','competency','habit')),
	primary key (community_id, strand_id),
	foreign key (community_id, framework_id) references adopted_framework
);
${tenantTable('strand')}

create table adopted_outcome (
	community_id uuid not null,
	outcome_id uuid not null,
	framework_id uuid not null,
	strand_id uuid,
	shared_outcome_id uuid,
	parent_id uuid,
	code text,
	statement text not null,
	kind text not null check (kind in ('outcome','group')),
	position integer not null,
	age_from smallint,
	age_to smallint,
	-- To be known by heart (a word, a date, seven times eight): refreshed by recall rather than by practice.
	is_fact boolean not null default false,
	primary key (community_id, outcome_id),
	foreign key (community_id, framework_id) references adopted_framework,
	foreign key (community_id, strand_id) references strand,
	foreign key (community_id, parent_id) references adopted_outcome,
	foreign key (shared_outcome_id) references shared.outcome
);
create index adopted_outcome_strand on adopted_outcome (community_id, strand_id, position);
create index adopted_outcome_framework on adopted_outcome (community_id, framework_id, position);
${tenantTable('adopted_outcome')}

create table learner_statement (
	community_id uuid not null,
	outcome_id uuid not null,
	band text not null check (band in ('5-7','8-11','12-18')),
	locale text not null,
	words text not null,
	primary key (community_id, outcome_id, band, locale),
	foreign key (community_id, outcome_id) references adopted_outcome
);
${tenantTable('learner_statement')}

create table adopted_association (
	community_id uuid not null,
	association_id uuid not null,
	kind text not null check (kind in ('precedes','is-child-of','is-related-to','exact-match')),
	from_outcome_id uuid not null,
	to_outcome_id uuid not null,
	primary key (community_id, association_id),
	unique (community_id, kind, from_outcome_id, to_outcome_id),
	foreign key (community_id, from_outcome_id) references adopted_outcome,
	foreign key (community_id, to_outcome_id) references adopted_outcome
);
create index adopted_association_to on adopted_association (community_id, to_outcome_id, kind);
${tenantTable('adopted_association')}

create table entitlement_rule (
	community_id uuid not null,
	rule_id uuid not null,
	strand_id uuid not null,
	band text not null check (band in ('5-7','8-11','12-18')),
	per text not null check (per in ('term','year')),
	measure text not null check (measure in ('minutes','outcomes','touches')),
	least integer not null check (least > 0),
	primary key (community_id, rule_id),
	foreign key (community_id, strand_id) references strand
);
${tenantTable('entitlement_rule')}

create table item (
	community_id uuid not null references community,
	item_id uuid not null,
	source_id text not null,
	version integer not null,
	kind text not null,
	-- The stored form of the item engine, read by its parser (versioned); never sent to a browser as it is.
	body jsonb not null,
	group_key text,
	position integer not null default 0,
	bank text not null,
	licence text,
	attribution text,
	retired_at timestamptz,
	primary key (community_id, item_id),
	unique (community_id, bank, source_id)
);
${tenantTable('item')}

create table item_tag (
	community_id uuid not null,
	item_id uuid not null,
	tag_id uuid not null,
	primary key (community_id, item_id, tag_id),
	foreign key (community_id, item_id) references item
);
create index item_tag_tag on item_tag (community_id, tag_id);
${tenantTable('item_tag')}

-- What a bank or a lesson catalogue calls its topics; matched to outcomes by a person.
create table content_tag (
	community_id uuid not null references community,
	tag_id uuid not null,
	source text not null,
	tag text not null,
	words text not null,
	-- Titles of a few things under it: what a person looks at, and what the likeness to outcomes is measured by.
	example text not null default '',
	items integer not null default 0,
	opportunities integer not null default 0,
	primary key (community_id, tag_id),
	unique (community_id, source, tag)
);
${tenantTable('content_tag')}

create table tag_outcome (
	community_id uuid not null,
	tag_id uuid not null,
	outcome_id uuid not null,
	state text not null check (state in ('confirmed','rejected')),
	decided_by uuid,
	decided_at timestamptz not null,
	primary key (community_id, tag_id, outcome_id),
	foreign key (community_id, tag_id) references content_tag,
	foreign key (community_id, outcome_id) references adopted_outcome
);
create index tag_outcome_outcome on tag_outcome (community_id, outcome_id);
${tenantTable('tag_outcome')}
alter table item_tag add foreign key (community_id, tag_id) references content_tag;

-- The outcomes most like a topic, made when topics or outcomes come in; a person confirms, never the software.
create table tag_suggestion (
	community_id uuid not null,
	tag_id uuid not null,
	outcome_id uuid not null,
	likeness real not null check (likeness between 0 and 1),
	primary key (community_id, tag_id, outcome_id),
	foreign key (community_id, tag_id) references content_tag,
	foreign key (community_id, outcome_id) references adopted_outcome
);
${tenantTable('tag_suggestion')}
`
};
