import { mkdirSync, openSync, closeSync, writeSync, fsyncSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { CommandProblem } from '../problem.ts';
import { PartDigest, type Row, type SequenceState } from './backup-format.ts';
import { withExactClient } from './exact-client.ts';
import { readBackup } from './read-backup.ts';
import { mayHold } from './stored-files.ts';
import { type TableShape, listTables } from './table-catalog.ts';
import { tableRows } from './table-rows.ts';

/** PostgreSQL takes at most 65,535 values with one statement. */
const MOST_VALUES = 30_000;
const MOST_ROWS = 250;

/**
 * Fills the freshly made tables of a database from a backup, in one transaction, and reads every
 * table back: what is kept equals the backup row by row, or nothing is.
 */
export async function loadTables(source: string, connection: ClientConfig): Promise<void> {
	await withExactClient(connection, async (client) => {
		await client.query('begin');
		// The rows held in the original; checking each reference again would need them in an order.
		await client.query('set local session_replication_role = replica');
		const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
		const names = [...tables.keys()];
		if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
		await loadEvents(client, source, tables);
		await client.query('commit');
	});
}

async function loadEvents(
	client: Client,
	source: string,
	tables: ReadonlyMap<string, TableShape>
): Promise<void> {
	let batch: Batch | undefined;
	for await (const event of readBackup(source)) {
		if (event.kind === 'header') await setSequences(client, event.header.sequences);
		if (event.kind === 'table') batch = new Batch(client, find(tables, event.name), event.columns);
		if (event.kind === 'row') await batch?.add(event.row);
		if (event.kind === 'end' && batch !== undefined) {
			await batch.flush();
			await compare(client, batch.table, event.end.sha256);
			batch = undefined;
		}
	}
}

/** Rows on their way into one table. */
class Batch {
	readonly table: TableShape;
	readonly #client: Client;
	readonly #columns: readonly string[];
	#rows: Row[] = [];

	constructor(client: Client, table: TableShape, columns: readonly string[]) {
		if (table.columns.join() !== columns.join()) throw otherSchema(table.name);
		this.table = table;
		this.#client = client;
		this.#columns = columns;
	}

	async add(row: Row): Promise<void> {
		this.#rows.push(row);
		const most = Math.min(MOST_ROWS, Math.floor(MOST_VALUES / Math.max(1, row.length)));
		if (this.#rows.length >= most) await this.flush();
	}

	async flush(): Promise<void> {
		const rows = this.#rows.splice(0);
		if (rows.length === 0) return;
		const width = this.#columns.length;
		const places = rows.map(
			(_row, at) => `(${this.#columns.map((_c, i) => `$${at * width + i + 1}`).join(', ')})`
		);
		await this.#client.query(
			`insert into ${this.table.name} (${this.#columns.join(', ')})
			overriding system value values ${places.join(', ')}`,
			rows.flat()
		);
	}
}

async function compare(client: Client, table: TableShape, expected: string): Promise<void> {
	const digest = new PartDigest();
	for await (const row of tableRows(client, table)) digest.add(JSON.stringify(row));
	if (digest.end().end.sha256 === expected) return;
	throw new CommandProblem(
		`The table ${table.name} came out different from the backup, so nothing was restored. Please report this: it is a mistake in Locus.`
	);
}

async function setSequences(client: Client, sequences: readonly SequenceState[]): Promise<void> {
	for (const { name, lastValue, isCalled } of sequences) {
		await client.query('select setval($1::regclass, $2::bigint, $3)', [name, lastValue, isCalled]);
	}
}

function find(tables: ReadonlyMap<string, TableShape>, name: string): TableShape {
	const found = tables.get(name);
	if (found === undefined) throw otherSchema(name);
	return found;
}

function otherSchema(table: string): CommandProblem {
	return new CommandProblem(
		`This backup and this Locus disagree about the table ${table}, so nothing was restored. Restore it with the version of Locus that made it.`
	);
}

/** Writes the stored files of a backup into a folder. */
export async function loadFiles(source: string, folder: string): Promise<number> {
	let count = 0;
	let open: number | undefined;
	for await (const event of readBackup(source)) {
		if (event.kind === 'file') {
			open = createFile(folder, event.path);
			count += 1;
		}
		if (event.kind === 'piece' && open !== undefined) writeSync(open, event.contents);
		if (event.kind === 'end' && open !== undefined) {
			fsyncSync(open);
			closeSync(open);
			open = undefined;
		}
	}
	return count;
}

function createFile(folder: string, path: string): number {
	if (!mayHold(path)) {
		throw new CommandProblem(
			'This backup names a file outside the folders of Locus, which no backup of Locus does. Nothing was restored.'
		);
	}
	const target = join(folder, path);
	mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
	return openSync(target, 'w', 0o600);
}
