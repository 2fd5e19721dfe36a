/** What the catalogue of a database shows of a broken rule of `sql-rules.md`. */
export interface CatalogueRule {
	/** Number of the rule there. */
	readonly rule: number;
	readonly says: string;
	/** One row per offence, with its name in `name`. */
	readonly sql: string;
}

/** Our own tables that carry a tenant; the shared frameworks are reference tables, `auth` and `local` stay on one node. */
const tenantTables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'`;
const ours = `n.nspname in ('public', 'shared', 'local', 'auth')`;

const firstColumn = (table: string, keys: string) =>
	`(select a.attname from pg_attribute a where a.attrelid = ${table} and a.attnum = ${keys})`;

/** The rules that a schema keeps or breaks, whatever the statements are. */
export const catalogueRules: readonly CatalogueRule[] = [
	{
		rule: 2,
		says: 'primary key, unique and exclusion start with community_id',
		sql: `
select i.indexrelid::regclass::text as name
from pg_index i join ${tenantTables} on c.oid = i.indrelid
where (i.indisprimary or i.indisunique or i.indisexclusion)
	and ${firstColumn('c.oid', 'i.indkey[0]')} is distinct from 'community_id'`
	},
	{
		rule: 3,
		says: 'foreign keys are composite, inside the community, or lead to a reference table',
		sql: `
select k.conrelid::regclass || '.' || k.conname as name
from pg_constraint k
	join ${tenantTables} on c.oid = k.conrelid
	join pg_class t on t.oid = k.confrelid
	join pg_namespace s on s.oid = t.relnamespace
where k.contype = 'f' and s.nspname <> 'shared' and (
	s.nspname <> 'public'
	or ${firstColumn('k.conrelid', 'k.conkey[1]')} is distinct from 'community_id'
	or ${firstColumn('k.confrelid', 'k.confkey[1]')} is distinct from 'community_id'
)`
	},
	{
		rule: 4,
		says: 'no local or reference table has a foreign key to a tenant table',
		sql: `
select k.conrelid::regclass || '.' || k.conname as name
from pg_constraint k
	join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
	join pg_class t on t.oid = k.confrelid join pg_namespace s on s.oid = t.relnamespace
where k.contype = 'f' and n.nspname <> 'public' and s.nspname = 'public'`
	},
	{
		rule: 5,
		says: 'no ON DELETE SET NULL or SET DEFAULT',
		sql: `
select k.conrelid::regclass || '.' || k.conname as name
from pg_constraint k join ${tenantTables} on c.oid = k.conrelid
where k.contype = 'f' and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd'))`
	},
	{
		rule: 18,
		says: 'no trigger of our own',
		sql: `
select t.tgrelid::regclass || '.' || t.tgname as name
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where not t.tgisinternal and ${ours}`
	},
	{
		rule: 19,
		says: 'views are security_invoker, and nothing is kept in a materialised one',
		sql: `
select c.oid::regclass::text as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${ours} and (c.relkind = 'm' or c.relkind = 'v'
	and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`
	},
	{
		rule: 20,
		says: 'no enumerated type: its comparison is not leakproof',
		sql: `
select c.oid::regclass || '.' || a.attname as name
from pg_attribute a
	join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
	join pg_type y on y.oid = a.atttypid
where ${ours} and c.relkind = 'r' and a.attnum > 0 and y.typtype = 'e'`
	},
	{
		rule: 22,
		says: 'every table has a primary key',
		sql: `
select c.oid::regclass::text as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${ours} and c.relkind in ('r', 'p')
	and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`
	}
];
