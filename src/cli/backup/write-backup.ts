import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client, ClientConfig } from 'pg';
import { type BackupLine, FORMAT, FORMAT_VERSION, PartDigest } from './backup-format.ts';
import { withExactClient } from './exact-client.ts';
import { filePieces, listStoredFiles } from './stored-files.ts';
import { type TableShape, listMigrations, listSequences, listTables } from './table-catalog.ts';
import { tableRows } from './table-rows.ts';

export type BackupRequest = {
	/** A connection that row-level security hides nothing from. */
	readonly connection: ClientConfig;
	readonly dataFolder: string;
	/** Where the backup goes; what is there is replaced only once the new one is whole. */
	readonly target: string;
	readonly madeAt: Date;
};

/** What a backup holds. */
export type BackupSummary = {
	readonly tables: number;
	readonly rows: number;
	readonly files: number;
};

/** Writes everything an installation holds, as of one instant, into one file. */
export async function writeBackup(request: BackupRequest): Promise<BackupSummary> {
	const partial = `${request.target}.partial`;
	const counts = { tables: 0, rows: 0, files: 0 };
	try {
		await withExactClient(request.connection, async (client) => {
			await client.query('begin transaction isolation level repeatable read, read only');
			const lines = Readable.from(backupLines(client, request, counts));
			const file = createWriteStream(partial, { mode: 0o600, flush: true });
			await pipeline(lines, createGzip(), file);
			await client.query('commit');
		});
		renameSync(partial, request.target);
		return counts;
	} finally {
		rmSync(partial, { force: true });
	}
}

type Counts = { tables: number; rows: number; files: number };

async function* backupLines(client: Client, request: BackupRequest, counts: Counts) {
	const tables = await listTables(client);
	const write = (line: BackupLine) => `${JSON.stringify(line)}\n`;
	yield write({
		format: FORMAT,
		version: FORMAT_VERSION,
		madeAt: request.madeAt.toISOString(),
		postgres: await serverVersion(client),
		migrations: await listMigrations(client),
		sequences: await listSequences(client)
	});
	for (const table of tables) {
		yield* tableLines(client, table, counts);
		counts.tables += 1;
	}
	for (const file of listStoredFiles(request.dataFolder)) {
		yield* fileLines(request.dataFolder, file);
		counts.files += 1;
	}
	yield write({ complete: { tables: counts.tables, files: counts.files } });
}

async function* tableLines(client: Client, table: TableShape, counts: Counts) {
	const digest = new PartDigest();
	yield `${JSON.stringify({ table: table.name, columns: table.columns })}\n`;
	for await (const row of tableRows(client, table)) {
		const line = JSON.stringify(row);
		digest.add(line);
		counts.rows += 1;
		yield `${line}\n`;
	}
	yield `${JSON.stringify(digest.end())}\n`;
}

async function* fileLines(dataFolder: string, file: string) {
	const digest = new PartDigest();
	yield `${JSON.stringify({ file })}\n`;
	for await (const piece of filePieces(join(dataFolder, file))) {
		const line = JSON.stringify({ piece });
		digest.add(line);
		yield `${line}\n`;
	}
	yield `${JSON.stringify(digest.end())}\n`;
}

async function serverVersion(client: Client): Promise<string> {
	const { rows } = await client.query<{ server_version: string }>('show server_version');
	return rows[0]?.server_version ?? '';
}
