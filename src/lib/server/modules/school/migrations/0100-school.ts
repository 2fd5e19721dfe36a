import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** Community, sites, their terms and days. */
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
	is_break boolean not null default false,
	primary key (community_id, period_id),
	unique (community_id, site_id, weekday, position),
	foreign key (community_id, site_id) references site,
	check (ends_at > starts_at)
);
${tenantTable('period')}
`
};
