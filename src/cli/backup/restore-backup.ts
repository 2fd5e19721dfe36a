import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import type { Migration } from '../../lib/server/platform/db/migrate.ts';
import {
	DATABASE_NAME,
	type RunningDatabase,
	ensureDatabase,
	withClient
} from '../../lib/server/platform/db/supervisor/index.ts';
import { CommandProblem } from '../problem.ts';
import { loadFiles, loadTables } from './load-backup.ts';
import { readBackup } from './read-backup.ts';
import { holdsRows } from './table-catalog.ts';
import { withExactClient } from './exact-client.ts';

export type RestoreRequest = {
	readonly source: string;
	readonly dataFolder: string;
	readonly database: RunningDatabase;
	/** The administrator's connection to the database itself. */
	readonly admin: ClientConfig;
	/** True to replace a database that holds rows. */
	readonly mayReplace: boolean;
	/** Every migration of this version. */
	readonly migrations: readonly Migration[];
	readonly migrate: (
		owner: ClientConfig,
		migrations: readonly Migration[]
	) => Promise<readonly string[]>;
};

export type RestoreSummary = {
	readonly tables: number;
	readonly rows: number;
	readonly files: number;
};

const NEW_DATABASE = 'locus_restoring';
const OLD_DATABASE = 'locus_replaced';

/**
 * Brings an installation back to what a backup holds. The backup is checked whole before anything
 * is touched; the data goes into a new database, which takes the place of the old one in one step.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreSummary> {
	const { migrations, summary } = await inspect(request.source);
	const known = chooseMigrations(request.migrations, migrations);
	await refuseRows(request);
	const incoming = join(request.dataFolder, 'restoring');
	try {
		rmSync(incoming, { recursive: true, force: true });
		const files = await loadFiles(request.source, incoming);
		await fillDatabase(request, known);
		takeFiles(incoming, request.dataFolder);
		return { ...summary, files };
	} finally {
		rmSync(incoming, { recursive: true, force: true });
	}
}

async function inspect(source: string) {
	let migrations: readonly string[] = [];
	const summary = { tables: 0, rows: 0 };
	for await (const event of readBackup(source)) {
		if (event.kind === 'header') migrations = event.header.migrations;
		if (event.kind === 'table') summary.tables += 1;
		if (event.kind === 'row') summary.rows += 1;
	}
	return { migrations, summary };
}

/** The migrations that made the schema of the backup: newer ones come after its rows. */
function chooseMigrations(
	all: readonly Migration[],
	made: readonly string[]
): readonly Migration[] {
	const known = all.filter(({ id }) => made.includes(id));
	if (known.length === made.length) return known;
	throw new CommandProblem(
		'This backup was made by a newer Locus than this one. Update Locus, then restore it. Nothing was changed.'
	);
}

async function refuseRows({ admin, mayReplace, database }: RestoreRequest): Promise<void> {
	const isFull = await withExactClient(admin, holdsRows);
	if (!isFull) return;
	if (!database.isEmbedded) {
		throw new CommandProblem(
			'The database of DATABASE_URL holds data already; nothing was changed. Give an empty database to restore into.'
		);
	}
	if (mayReplace) return;
	throw new CommandProblem(
		'This data folder holds a community already; nothing was changed. Choose an empty folder with LOCUS_DATA, or replace everything in this one: locus restore <file> --force'
	);
}

async function fillDatabase(request: RestoreRequest, known: readonly Migration[]): Promise<void> {
	const { database, admin, source, migrate } = request;
	if (!database.isEmbedded) {
		await migrate(database.owner, known);
		await loadTables(source, admin);
		await migrate(database.owner, request.migrations);
		return;
	}
	const server = { ...admin, database: 'postgres' };
	const owner = { ...database.owner, database: NEW_DATABASE };
	await withClient(server, makeNewDatabase);
	try {
		await migrate(owner, known);
		await loadTables(source, { ...admin, database: NEW_DATABASE });
		await migrate(owner, request.migrations);
		await withClient(server, swapDatabases);
	} finally {
		await withClient(server, dropLeftovers);
	}
}

async function makeNewDatabase(client: Client): Promise<void> {
	await dropLeftovers(client);
	await ensureDatabase(client, NEW_DATABASE);
}

/** Both names change in one transaction: at every instant there is one whole database. */
async function swapDatabases(client: Client): Promise<void> {
	await client.query(
		'select pg_terminate_backend(pid) from pg_stat_activity where datname = any($1)',
		[[DATABASE_NAME, NEW_DATABASE]]
	);
	await client.query('begin');
	await client.query(`alter database ${DATABASE_NAME} rename to ${OLD_DATABASE}`);
	await client.query(`alter database ${NEW_DATABASE} rename to ${DATABASE_NAME}`);
	await client.query('commit');
}

async function dropLeftovers(client: Client): Promise<void> {
	for (const name of [NEW_DATABASE, OLD_DATABASE]) {
		await client.query(`drop database if exists ${name} with (force)`);
	}
}

/** Puts the restored files where the old ones were; the passwords of this database stay. */
function takeFiles(incoming: string, dataFolder: string): void {
	const files = join(dataFolder, 'files');
	rmSync(files, { recursive: true, force: true });
	if (existsSync(join(incoming, 'files'))) renameSync(join(incoming, 'files'), files);
	const keys = join(incoming, 'keys');
	if (!existsSync(keys)) return;
	for (const name of readdirSync(keys))
		renameSync(join(keys, name), join(dataFolder, 'keys', name));
}
