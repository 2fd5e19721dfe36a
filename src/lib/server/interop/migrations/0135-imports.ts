import { tenantTable } from '../../platform/db/tenant-table.ts';
import type { Migration } from '../../platform/db/migrate.ts';

/** One row a run of any importer, so that its report can be come back to. */
export const imports: Migration = {
	id: '0135-imports',
	sql: `
create table import_run (
	community_id uuid not null references community,
	import_id uuid not null,
	kind text not null check (kind in ('oneroster','case','items','oatutor','oak-lessons')),
	file_name text not null,
	state text not null check (state in ('checking','refused','ready','applying','applied','failed','cancelled')),
	-- How many of each thing the file brings, by noun; how many of its main things were here before it.
	summary jsonb,
	known integer,
	added integer,
	-- The problems grouped for a page, and all of them for the download. They never repeat rejected input.
	problems jsonb,
	diagnostics jsonb,
	-- A code, where it failed.
	failure text,
	progress integer not null default 0,
	progress_of integer not null default 0,
	file_digest text,
	started_by uuid,
	started_at timestamptz not null,
	-- Renewed while somebody works on it: a run under way that is not renewed was interrupted.
	touched_at timestamptz not null,
	ended_at timestamptz,
	primary key (community_id, import_id)
);
create index import_run_started on import_run (community_id, started_at);
${tenantTable('import_run')}
`
};
