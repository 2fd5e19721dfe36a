import { createHash } from 'node:crypto';
import pg from 'pg';

/** One step of the schema; `id` sorts it (four digits, module, what), a released one is never edited. */
export interface Migration {
	readonly id: string;
	readonly sql: string;
}

export class MigrationError extends Error {
	override readonly name = 'MigrationError';
}

/** Any number will do, as long as nobody else takes this one. */
const lockKey = 7_302_419_611;

const digest = (sql: string) => createHash('sha256').update(sql).digest('hex');

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
	await client.query(`create schema if not exists local;
create table if not exists local.migration (
	migration_id text primary key,
	digest text not null,
	applied_at timestamptz not null default now()
)`);
	const { rows } = await client.query<{ migration_id: string; digest: string }>(
		'select migration_id, digest from local.migration'
	);
	return new Map(rows.map((row) => [row.migration_id, row.digest]));
}

function pending(all: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
	const sorted = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
	const ids = new Set(sorted.map((migration) => migration.id));
	if (ids.size !== sorted.length) throw new MigrationError('Two migrations have the same id.');
	for (const id of applied.keys()) {
		if (!ids.has(id))
			throw new MigrationError(
				`This data folder is from a newer Locus (${id}). Update the software.`
			);
	}
	for (const { id, sql } of sorted) {
		const known = applied.get(id);
		if (known && known !== digest(sql))
			throw new MigrationError(`The released migration ${id} was edited.`);
	}
	return sorted.filter(({ id }) => !applied.has(id));
}

async function apply(client: pg.Client, { id, sql }: Migration): Promise<void> {
	await client.query('begin');
	try {
		await client.query(sql);
		await client.query('insert into local.migration (migration_id, digest) values ($1, $2)', [
			id,
			digest(sql)
		]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw new MigrationError(`Migration ${id} failed.`, { cause: error });
	}
}

/** Brings the schema up to date as the owner, one transaction a step, under a lock; returns the ids applied. */
export async function migrate(
	connection: pg.ClientConfig,
	migrations: readonly Migration[]
): Promise<readonly string[]> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [lockKey]);
		const due = pending(migrations, await appliedMigrations(client));
		for (const migration of due) await apply(client, migration);
		return due.map(({ id }) => id);
	} finally {
		await client.end();
	}
}
