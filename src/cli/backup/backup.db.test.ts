import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Migration, migrate } from '../../lib/server/platform/db/migrate.ts';
import {
	type RunningDatabase,
	startDatabase,
	withClient
} from '../../lib/server/platform/db/supervisor/index.ts';
import { fullSight } from '../backup.ts';
import { CommandProblem } from '../problem.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

/** Every kind of column that text forms could bend, references in a circle, and hidden rows. */
const first: Migration = {
	id: '0001-first',
	sql: `
		create table person (
			person_id int generated always as identity primary key,
			friend_id int references person,
			name text not null,
			"Padded ""name""" char(8),
			doubled int generated always as (length(name) * 2) stored
		);
		create table kinds (
			id uuid primary key default gen_random_uuid(),
			at timestamptz, day date, clock time, span interval, exact numeric, inexact float8,
			yes boolean, raw bytea, loose jsonb, strict json, many text[], grid int[][], code "char"
		);
		create table hidden (community_id uuid primary key, note text);
		alter table hidden enable row level security;
		alter table hidden force row level security;
		create policy own on hidden using (false);
		create table keyless (word text);
		create sequence ticket;`
};

const second: Migration = { id: '0002-second', sql: 'alter table keyless add column more int' };

const rows = `
	insert into person (friend_id, name, "Padded ""name""") select null, 'Aroha ' || n, 'ab'
		from generate_series(1, 1200) n;
	update person set friend_id = 1201 - person_id;
	insert into kinds (at, day, clock, span, exact, inexact, yes, raw, loose, strict, many, grid, code)
	values
		('2026-02-28 23:59:59.123457+13', '0044-03-15 BC', '24:00', '-1 year 2 mons 3.5 s',
		 12345678901234567890.000000000000001, 0.1::float8 + 0.2, true, '\\x00ff5c27',
		 '{"b": [1, null, "ā\\u2028"], "a": 1e400}', '{"b":1,  "b":2}',
		 array['', 'null', null, 'a"b\\c', '{,}'], '{{1,2},{3,4}}', 'x'),
		('infinity', '-infinity', null, null, 'NaN', '-infinity', false, '', 'null', '[]', '{}', null, null),
		(null, null, null, null, null, 'NaN', null, null, null, null, null, null, null);
	insert into keyless values ('twice'), ('twice'), (E'line\\nbreak\\t\\\\.'), (null);
	select nextval('ticket'), nextval('ticket');`;

let folder: string;
let original: RunningDatabase;

async function run(config: ClientConfig, sql: string): Promise<unknown[]> {
	return withClient(
		config,
		async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows
	);
}

/** A checksum per table by the server's own means: independent of how backups read rows. */
async function checksums(admin: ClientConfig): Promise<Record<string, unknown>> {
	const tables = ['person', 'kinds', 'hidden', 'keyless', 'local.migration'];
	const sums: Record<string, unknown> = {};
	for (const table of tables) {
		const sql = `select count(*)::int, md5(string_agg(t::text, '|' order by t::text)) from ${table} t`;
		[sums[table]] = await run(admin, sql);
	}
	return sums;
}

async function newInstallation(name: string, migrations: readonly Migration[]) {
	const dataFolder = join(folder, name);
	const database = await startDatabase({ dataFolder, durability: 'throwaway' });
	await migrate(database.owner, migrations);
	return { dataFolder, database, admin: fullSight(database) };
}

/** Starts an empty installation, restores into it, looks at it, stops it. */
async function restored<T>(
	name: string,
	source: string,
	options: { readonly mayReplace?: boolean; readonly before?: string },
	look: (admin: ClientConfig, dataFolder: string) => Promise<T>
): Promise<T> {
	const target = await newInstallation(name, options.before === undefined ? [] : [first, second]);
	try {
		if (options.before !== undefined) await run(target.admin, options.before);
		await restoreBackup({
			...target,
			source,
			mayReplace: options.mayReplace ?? false,
			migrations: [first, second],
			migrate
		});
		return await look(target.admin, target.dataFolder);
	} finally {
		await target.database.stop();
	}
}

const backupFile = () => join(folder, 'one.locus-backup');

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'locus-backup-'));
	if (process.getuid?.() === 0) chmodSync(folder, 0o711);
	const { database, dataFolder, admin } = await newInstallation('original', [first]);
	original = database;
	await run(admin, `insert into hidden values (gen_random_uuid(), 'seen by nobody')`);
	for (const statement of rows.split(/;\s*\n/)) await run(admin, statement);
	for (const [path, contents] of Object.entries(files)) {
		mkdirSync(dirname(join(dataFolder, path)), { recursive: true });
		writeFileSync(join(dataFolder, path), contents);
	}
	await writeBackup({
		connection: admin,
		dataFolder,
		target: backupFile(),
		madeAt: new Date('2026-02-03T04:05:06Z')
	});
});

const files: Readonly<Record<string, Buffer>> = {
	'files/ab/picture': Buffer.alloc(2_000_000, 'ā'),
	'files/empty': Buffer.alloc(0),
	'keys/secret': Buffer.from('a secret of the original')
};

afterAll(async () => {
	await original.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('restore', () => {
	it('equals the original row by row, files included', async () => {
		const expected = await checksums(fullSight(original));
		const found = await restored('copy', backupFile(), {}, async (admin, dataFolder) => {
			for (const [path, contents] of Object.entries(files)) {
				expect(readFileSync(join(dataFolder, path)).equals(contents)).toBe(true);
			}
			expect(await run(admin, `select last_value, is_called from ticket`)).toEqual([['2', true]]);
			const { keyless, ...same } = await checksums(admin);
			expect(keyless).toMatchObject([4, expect.any(String)]);
			return same;
		});
		const { keyless: _keyless, 'local.migration': before, ...others } = expected;
		// Only the newer migration came on top: its column, and its line in the record.
		expect(before).toMatchObject([1, expect.any(String)]);
		expect(found).toMatchObject({ ...others, 'local.migration': [2, expect.any(String)] });
	});

	it('keeps the references and the numbering working', async () => {
		await restored('working', backupFile(), {}, async (admin) => {
			const add = `insert into person (friend_id, name) values (1, 'New') returning person_id`;
			expect(await run(admin, add)).toEqual([[1201]]);
			await expect(
				run(admin, `insert into person (friend_id, name) values (9999, 'x')`)
			).rejects.toThrow(/foreign key/);
		});
	});

	it('refuses a folder that holds rows, and leaves them', async () => {
		const before = `insert into keyless values ('mine')`;
		const name = 'full';
		await expect(restored(name, backupFile(), { before }, async () => undefined)).rejects.toThrow(
			/holds a community already; nothing was changed/
		);
		const { database, admin } = await newInstallation(name, [first, second]);
		expect(await run(admin, 'select word from keyless')).toEqual([['mine']]);
		await database.stop();
	});

	it('replaces what is there when told to', async () => {
		const options = { before: `insert into keyless values ('mine')`, mayReplace: true };
		const count = await restored('replaced', backupFile(), options, (admin) =>
			run(admin, 'select count(*)::int from keyless')
		);
		expect(count).toEqual([[4]]);
	});

	it('leaves the old community whole when the new one cannot be made', async () => {
		const lines = gunzipSync(readFileSync(backupFile()))
			.toString()
			.replaceAll('"keyless', '"keyfull');
		const foreign = join(folder, 'foreign.locus-backup');
		writeFileSync(foreign, gzipSync(lines.replaceAll('public.keyless', 'public.keyfull')));
		const options = { before: `insert into keyless values ('mine')`, mayReplace: true };
		await expect(restored('survivor', foreign, options, async () => undefined)).rejects.toThrow(
			/disagree about the table/
		);
		const { database, admin } = await newInstallation('survivor', [first, second]);
		expect(await run(admin, 'select word from keyless')).toEqual([['mine']]);
		const names = await run(admin, `select datname from pg_database where datname like 'locus%'`);
		expect(names).toEqual([['locus']]);
		await database.stop();
	});
});

describe('readBackup', () => {
	async function readAll(path: string): Promise<unknown> {
		try {
			for await (const _event of readBackup(path));
			return 'whole';
		} catch (error) {
			return error;
		}
	}

	function variant(name: string, change: (text: string) => string): string {
		const path = join(folder, name);
		writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(backupFile())).toString())));
		return path;
	}

	it('finds the untouched backup whole', async () => {
		expect(await readAll(backupFile())).toBe('whole');
	});

	it.each<[string, (text: string) => string]>([
		['a changed letter', (text) => text.replace('Aroha 77"', 'Aroha 78"')],
		['a lost row', (text) => text.replace(/\n\["77",.*\n/, '\n')],
		['two rows swapped', (text) => text.replace(/(\n\[.*)(\n\[.*)/, '$2$1')],
		['a lost closing line', (text) => text.replace(/\{"complete".*\n$/, '')],
		['a lost table', (text) => text.replace(/\{"table":"public.keyless"[^]*?"end".*\n/, '')],
		['a line after the end', (text) => `${text}["more"]\n`],
		['something else entirely', () => 'hello\n'],
		['nothing', () => '']
	])('notices %s', async (name, change) => {
		const text = gunzipSync(readFileSync(backupFile())).toString();
		expect(change(text)).not.toBe(text);
		expect(await readAll(variant(`${name}.locus-backup`, change))).toBeInstanceOf(CommandProblem);
	});

	it('notices a file cut at any of a hundred places', async () => {
		const whole = readFileSync(backupFile());
		const cut = join(folder, 'cut.locus-backup');
		for (let part = 0; part < 100; part += 1) {
			writeFileSync(cut, whole.subarray(0, Math.floor((whole.length * part) / 100)));
			expect(await readAll(cut)).toBeInstanceOf(CommandProblem);
		}
	});

	it('lets no backup write outside the folders of Locus', async () => {
		const hostile = variant('hostile.locus-backup', (text) =>
			text.replace('"files/empty"', '"files/../../escaped"')
		);
		await expect(restored('hostile', hostile, {}, async () => undefined)).rejects.toThrow(
			/file outside the folders/
		);
		expect(existsSync(join(folder, 'escaped'))).toBe(false);
	});
});
