import { tenantTable } from '../../../platform/db/tenant-table.ts';
import type { Migration } from '../../../platform/db/migrate.ts';

/** People, how they stand to each other, groups, settings, profiles, and attributes kept apart for equity. */
export const people: Migration = {
	id: '0110-people',
	sql: `
create table person (
	community_id uuid not null references community,
	person_id uuid not null,
	given_name text not null,
	family_name text not null,
	-- What they want to be called; pages show this.
	called text not null,
	birth_date date,
	grade text,
	-- Overrides what the birth date says.
	band text check (band in ('5-7','8-11','12-18')),
	status text not null default 'active' check (status in ('active','left')),
	source_id text,
	created_at timestamptz not null,
	primary key (community_id, person_id),
	unique (community_id, source_id)
);
create index person_name on person (community_id, family_name, given_name, person_id);
${tenantTable('person')}

create table contact (
	community_id uuid not null,
	contact_id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('email','phone')),
	value text not null,
	primary key (community_id, contact_id),
	foreign key (community_id, person_id) references person
);
create index contact_person on contact (community_id, person_id);
${tenantTable('contact')}

create table membership (
	community_id uuid not null,
	membership_id uuid not null,
	person_id uuid not null,
	site_id uuid,
	role text not null check (role in ('learner','teacher','family','mentor','leader','support','council','administrator')),
	starts_at timestamptz not null,
	ends_at timestamptz,
	primary key (community_id, membership_id),
	foreign key (community_id, person_id) references person,
	foreign key (community_id, site_id) references site
);
create index membership_person on membership (community_id, person_id);
create index membership_site on membership (community_id, site_id, role);
${tenantTable('membership')}

create table learner_group (
	community_id uuid not null,
	group_id uuid not null,
	site_id uuid not null,
	kind text not null check (kind in ('home','class','fluid')),
	name text not null,
	starts_on date,
	ends_on date,
	source_id text,
	primary key (community_id, group_id),
	unique (community_id, source_id),
	foreign key (community_id, site_id) references site
);
${tenantTable('learner_group')}

create table group_member (
	community_id uuid not null,
	group_id uuid not null,
	person_id uuid not null,
	part text not null check (part in ('learner','adult')),
	starts_at timestamptz not null,
	ends_at timestamptz,
	primary key (community_id, group_id, person_id, part),
	foreign key (community_id, group_id) references learner_group,
	foreign key (community_id, person_id) references person
);
create index group_member_person on group_member (community_id, person_id);
${tenantTable('group_member')}

create table relationship (
	community_id uuid not null,
	relationship_id uuid not null,
	kind text not null check (kind in ('family-of','teaches','mentors','supports')),
	adult_id uuid not null,
	learner_id uuid not null,
	-- The class or home group it comes from, for teaches and supports.
	group_id uuid,
	starts_at timestamptz not null,
	ends_at timestamptz,
	limits text[] not null default '{}',
	purpose text,
	words text,
	primary key (community_id, relationship_id),
	foreign key (community_id, adult_id) references person,
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, group_id) references learner_group
);
create index relationship_adult on relationship (community_id, adult_id, learner_id);
create index relationship_learner on relationship (community_id, learner_id, adult_id);
create unique index relationship_once on relationship (community_id, kind, adult_id, learner_id, coalesce(group_id, '00000000-0000-0000-0000-000000000000'::uuid));
${tenantTable('relationship')}

create table person_setting (
	community_id uuid not null,
	person_id uuid not null,
	locale text,
	theme text check (theme in ('light','dark')),
	contrast text check (contrast in ('more')),
	text_size text check (text_size in ('s','m','l','xl')),
	spacing text check (spacing in ('wide')),
	font text check (font in ('system')),
	tint text check (tint in ('cream','blue','green','rose')),
	motion text check (motion in ('less')),
	reads_aloud boolean not null default false,
	updated_at timestamptz not null,
	primary key (community_id, person_id),
	foreign key (community_id, person_id) references person
);
${tenantTable('person_setting')}

create table profile_item (
	community_id uuid not null,
	item_id uuid not null,
	learner_id uuid not null,
	kind text not null check (kind in ('strength','interest','driver','culture','language','learns-best','support','aspiration')),
	words text not null check (length(words) between 1 and 500),
	-- Who may see it: the learner alone; teachers; teachers and family; everybody in relationship.
	audience text not null check (audience in ('me','teachers','teachers-and-family','everyone-with-me')),
	author_id uuid not null,
	created_at timestamptz not null,
	removed_at timestamptz,
	primary key (community_id, item_id),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, author_id) references person
);
create index profile_item_learner on profile_item (community_id, learner_id, kind);
${tenantTable('profile_item')}

-- Purpose-bound: read by insight with small-number protection, by no teaching page.
create table equity_attribute (
	community_id uuid not null,
	person_id uuid not null,
	attribute text not null,
	value text not null,
	purpose text not null,
	primary key (community_id, person_id, attribute, value),
	foreign key (community_id, person_id) references person
);
${tenantTable('equity_attribute')}

-- Opening a named learner's plan, work or notes leaves a row here (TP6).
create table access_row (
	community_id uuid not null,
	access_id uuid not null,
	learner_id uuid not null,
	adult_id uuid not null,
	what text not null,
	day date not null,
	at timestamptz not null,
	primary key (community_id, access_id),
	unique (community_id, learner_id, adult_id, what, day),
	foreign key (community_id, learner_id) references person,
	foreign key (community_id, adult_id) references person
);
${tenantTable('access_row')}
`
};
