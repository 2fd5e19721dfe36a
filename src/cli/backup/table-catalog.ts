import type { Client } from 'pg';
import type { SequenceState } from './backup-format.ts';

/** A table as the catalogue describes it; names are quoted, ready for SQL. */
export type TableShape = {
	readonly name: string;
	/** Every column that is not computed. */
	readonly columns: readonly string[];
	/** What orders its rows: the primary key, or every column where there is none. */
	readonly orderBy: readonly string[];
};

// Jobs come again by their schedule, in tables that their library makes itself.
const OWN_SCHEMAS = `n.nspname not in ('information_schema', 'jobs') and n.nspname not like 'pg\\_%'`;

/** All tables of the database, in a stable order. Read from the catalogue: new tables need no edit here. */
export async function listTables(client: Client): Promise<readonly TableShape[]> {
	const { rows } = await client.query<{ name: string; columns: string; key: string | null }>(`
		select format('%I.%I', n.nspname, c.relname) as name,
			(select json_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
					and a.attgenerated = '')::text as columns,
			(select json_agg(quote_ident(a.attname) order by k.place)
				from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, place)
				join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
				where i.indrelid = c.oid and i.indisprimary)::text as key
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where ${OWN_SCHEMAS} and c.relkind in ('r', 'p') and not c.relispartition
			and c.relpersistence <> 't'
		order by n.nspname collate "C", c.relname collate "C"`);
	return rows.map(({ name, columns, key }) => ({
		name,
		columns: parseNames(columns),
		orderBy: parseNames(key ?? columns)
	}));
}

/** Where every sequence stands. */
export async function listSequences(client: Client): Promise<readonly SequenceState[]> {
	const { rows } = await client.query<{ name: string }>(`
		select format('%I.%I', n.nspname, c.relname) as name
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where ${OWN_SCHEMAS} and c.relkind = 'S' order by n.nspname collate "C", c.relname collate "C"`);
	const states: SequenceState[] = [];
	for (const { name } of rows) {
		const state = await client.query<{ last: string; called: string }>(
			`select last_value::text as last, is_called::text as called from ${name}`
		);
		const [row] = state.rows;
		if (row) states.push({ name, lastValue: row.last, isCalled: row.called === 'true' });
	}
	return states;
}

/** The ids of the migrations that made this schema. */
export async function listMigrations(client: Client): Promise<readonly string[]> {
	const { rows: found } = await client.query(`select to_regclass('local.migration')::text as name`);
	if (found[0]?.name == null) return [];
	const { rows } = await client.query<{ id: string }>(
		'select migration_id as id from local.migration order by migration_id collate "C"'
	);
	return rows.map(({ id }) => id);
}

/** True when any table holds rows, the record of migrations aside. */
export async function holdsRows(client: Client): Promise<boolean> {
	for (const { name } of await listTables(client)) {
		if (name === 'local.migration' || name.startsWith('pgboss.')) continue;
		const { rowCount } = await client.query(`select from ${name} limit 1`);
		if (rowCount !== 0) return true;
	}
	return false;
}

function parseNames(json: string): readonly string[] {
	const names: unknown = JSON.parse(json);
	return Array.isArray(names) ? names.map(String) : [];
}
