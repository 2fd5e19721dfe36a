import type { Migration } from '../db/migrate.ts';

/**
 * Accounts, kept by better-auth, apart from the tenant tables: they carry no community in their keys.
 * `person_id` has no foreign key to the tenant table on purpose (a local table's delete would go unchecked).
 */
export const auth: Migration = {
	id: '0002-auth',
	sql: `
create schema auth;
grant usage on schema auth to locus_app;

create table auth."user" (
	id text primary key,
	name text not null,
	email text not null unique,
	"emailVerified" boolean not null default false,
	image text,
	"createdAt" timestamptz not null,
	"updatedAt" timestamptz not null,
	username text unique,
	"displayUsername" text,
	"communityId" uuid not null,
	"personId" uuid not null,
	"contactEmail" text,
	"mustChangePassword" boolean not null default false,
	unique ("communityId", "personId")
);
create index user_contact_email on auth."user" ("contactEmail");

create table auth.session (
	id text primary key,
	"expiresAt" timestamptz not null,
	token text not null unique,
	"createdAt" timestamptz not null,
	"updatedAt" timestamptz not null,
	"ipAddress" text,
	"userAgent" text,
	"userId" text not null references auth."user" (id) on delete cascade
);
create index session_by_user on auth.session ("userId");

create table auth.account (
	id text primary key,
	"accountId" text not null,
	"providerId" text not null,
	"userId" text not null references auth."user" (id) on delete cascade,
	"accessToken" text,
	"refreshToken" text,
	"idToken" text,
	"accessTokenExpiresAt" timestamptz,
	"refreshTokenExpiresAt" timestamptz,
	scope text,
	password text,
	"createdAt" timestamptz not null,
	"updatedAt" timestamptz not null
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
	id text primary key,
	identifier text not null,
	value text not null,
	"expiresAt" timestamptz not null,
	"createdAt" timestamptz not null,
	"updatedAt" timestamptz not null
);
create index verification_identifier on auth.verification (identifier);
grant select, insert, update, delete on all tables in schema auth to locus_app;

-- Tries at the door, by what was tried; the value is a keyed digest, never what was typed.
create table local.sign_in_attempt (
	attempt_id uuid primary key,
	door text not null check (door in ('password','picture','card','code')),
	subject text not null,
	at timestamptz not null
);
create index sign_in_attempt_subject on local.sign_in_attempt (door, subject, at);

-- A window in which the young children of one class may sign in by picture; a teacher opens it.
create table local.picture_window (
	window_id uuid primary key,
	code_digest text not null unique,
	community_id uuid not null,
	group_id uuid not null,
	opened_by uuid not null,
	opened_at timestamptz not null,
	closes_at timestamptz not null
);

-- What a printed card, a reissued picture or a one-time code opens; only digests are kept.
create table local.sign_in_secret (
	secret_id uuid primary key,
	community_id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('picture','card','code')),
	digest text not null,
	made_by uuid,
	made_at timestamptz not null,
	expires_at timestamptz,
	used_at timestamptz
);
create unique index sign_in_secret_digest on local.sign_in_secret (kind, digest) where kind <> 'picture';
create index sign_in_secret_person on local.sign_in_secret (community_id, person_id, kind);

-- The six people of the demo community whom its sign-in page offers at one click.
create table local.demo_entry (
	position smallint primary key,
	community_id uuid not null,
	person_id uuid not null,
	name text not null,
	age smallint,
	shows text not null check (shows in ('learner-5-7','learner-8-11','learner-12-18','teacher','family','leader'))
);
grant select, insert, update, delete on local.demo_entry, local.sign_in_attempt, local.picture_window, local.sign_in_secret to locus_app;
`
};
