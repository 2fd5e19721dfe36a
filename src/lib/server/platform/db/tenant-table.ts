export interface TenantTableOptions {
	/** Rows are only ever added: no UPDATE, no DELETE for the application. */
	readonly isAppendOnly?: boolean;
}

/**
 * SQL that puts a domain table under row-level security and lets the application's role use it.
 * `nullif` matters: on a pooled connection the setting of an earlier transaction reads back as ''.
 */
export function tenantTable(
	name: string,
	{ isAppendOnly = false }: TenantTableOptions = {}
): string {
	const own = `community_id = nullif(current_setting('locus.community', true), '')::uuid`;
	const grants = isAppendOnly ? 'select, insert' : 'select, insert, update, delete';
	return `
alter table ${name} enable row level security;
alter table ${name} force row level security;
create policy own_community on ${name} using (${own}) with check (${own});
grant ${grants} on ${name} to locus_app;`;
}
