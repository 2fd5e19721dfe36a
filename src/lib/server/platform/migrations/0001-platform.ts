import { tenantTable } from '../db/tenant-table.ts';
import type { Migration } from '../db/migrate.ts';

/** Decision log, events, stored files; and the local tables that belong to no community. */
export const platform: Migration = {
	id: '0001-platform',
	sql: `
create schema if not exists local;
grant usage on schema local to locus_app;
grant usage on schema public to locus_app;

create table local.community_directory (
	community_id uuid primary key,
	name text not null,
	is_demo boolean not null default false,
	created_at timestamptz not null
);
grant select, insert, update on local.community_directory to locus_app;

create table decision (
	community_id uuid not null,
	decision_id uuid not null,
	at timestamptz not null,
	actor_id uuid,
	actor_role text,
	reason text,
	learner_id uuid,
	action text not null,
	object_type text not null,
	object_id uuid not null,
	kind text check (kind in ('goal','activity','demonstration','time','company','assessment','audience')),
	decided text check (decided in ('adult','offer','together','learner')),
	rung smallint check (rung between 0 and 4),
	initiator_id uuid,
	changes jsonb,
	primary key (community_id, decision_id)
);
create index decision_learner on decision (community_id, learner_id, decision_id);
create index decision_object on decision (community_id, object_id, decision_id);
${tenantTable('decision', { isAppendOnly: true })}

create table event (
	community_id uuid not null,
	event_id uuid not null,
	at timestamptz not null,
	type text not null,
	payload jsonb not null,
	delivered_at timestamptz,
	attempts smallint not null default 0,
	not_before timestamptz,
	primary key (community_id, event_id)
);
create index event_undelivered on event (community_id, event_id) where delivered_at is null;
${tenantTable('event')}

create table stored_file (
	community_id uuid not null,
	file_id uuid not null,
	owner_id uuid not null,
	digest text not null,
	-- The small version for lists; pictures alone have one.
	small_digest text,
	media_type text not null,
	bytes integer not null check (bytes >= 0),
	width integer,
	height integer,
	name text not null,
	created_at timestamptz not null,
	primary key (community_id, file_id)
);
create index stored_file_owner on stored_file (community_id, owner_id);
${tenantTable('stored_file')}
`
};
