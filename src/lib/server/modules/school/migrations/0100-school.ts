import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Community, sites, their terms, days and rooms. */
export const school: Migration = {
	id: '0100-school',
	sql: `
create table community (
	community_id uuid primary key,
	name text not null check (length(name) between 1 and 200),
	kind text not null check (kind in ('school','cluster')),
	locale text not null default 'en',
	is_fictional boolean not null default false,
	source_id text,
	created_at timestamptz not null
);
${tenantTable('community')}

create table site (
	community_id uuid not null references community,
	site_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	time_zone text not null,
	locale text not null,
	source_id text,
	created_at timestamptz not null,
	primary key (community_id, site_id),
	unique (community_id, source_id)
);
${tenantTable('site')}

create table term (
	community_id uuid not null,
	term_id uuid not null,
	site_id uuid,
	name text not null,
	kind text not null check (kind in ('year','term')),
	starts_on date not null,
	ends_on date not null,
	source_id text,
	primary key (community_id, term_id),
	unique (community_id, source_id),
	foreign key (community_id, site_id) references site,
	check (ends_on >= starts_on)
);
${tenantTable('term')}

create table closed_day (
	community_id uuid not null,
	site_id uuid not null,
	day date not null,
	reason text not null,
	primary key (community_id, site_id, day),
	foreign key (community_id, site_id) references site
);
${tenantTable('closed_day')}

create table period (
	community_id uuid not null,
	site_id uuid not null,
	period_id uuid not null,
	weekday smallint not null check (weekday between 1 and 7),
	position smallint not null,
	name text not null,
	starts_at time not null,
	ends_at time not null,
	-- Sessions are placed in 'learning' periods alone.
	kind text not null default 'learning' check (kind in ('learning','home-group','break')),
	primary key (community_id, period_id),
	unique (community_id, site_id, weekday, position),
	foreign key (community_id, site_id) references site,
	check (ends_at > starts_at)
);
${tenantTable('period')}

create table room (
	community_id uuid not null,
	room_id uuid not null,
	site_id uuid not null,
	name text not null check (length(name) between 1 and 100),
	seats integer not null check (seats between 0 and 2000),
	-- What is in it, in the school's words: benches, piano, step-free.
	features text[] not null default '{}',
	-- Building or part of the grounds; going to another one between two periods is a walk.
	area text,
	retired_at timestamptz,
	primary key (community_id, room_id),
	foreign key (community_id, site_id) references site
);
create unique index room_name on room (community_id, site_id, name) where retired_at is null;
${tenantTable('room')}
`
};
