import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseRefusal, type RunningDatabase, startDatabase, withClient } from './index.ts';
import { findPostmaster, isAlive } from './postmaster-file.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];

/** A data folder that is removed after the test, with whatever server still runs on it. */
function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'locus-supervisor-'));
	if (process.getuid?.() === 0) chmodSync(folder, 0o711);
	folders.push(folder);
	return folder;
}

/** Quick and careless: for tests in which no server is killed. */
function start(dataFolder: string): Promise<RunningDatabase> {
	return startDatabase({ dataFolder, durability: 'throwaway' });
}

function serverOf(folder: string) {
	return findPostmaster(join(folder, 'database'));
}

afterEach(async () => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	for (const folder of folders.splice(0)) {
		const server = serverOf(folder);
		if (server !== undefined) process.kill(server.pid, 'SIGQUIT');
		while (server !== undefined && isAlive(server.pid)) await delay(20);
		removeAll(folder, server?.socketFolder);
	}
});

/** The folder and what root's start put outside it. */
function removeAll(folder: string, socketFolder: string | undefined): void {
	const elsewhere = join(folder, 'closed/data/database');
	const outside = existsSync(elsewhere) ? dirname(realpathSync(elsewhere)) : undefined;
	for (const path of [folder, outside, socketFolder]) {
		if (path) rmSync(path, { recursive: true, force: true });
	}
}

async function query(config: ClientConfig, sql: string): Promise<unknown[]> {
	return withClient(config, async (client) => (await client.query(sql)).rows);
}

/** A separate Node process that starts the database, writes a row, tells its connection and stays. */
async function startInChild(folder: string): Promise<{ child: ChildProcess; owner: ClientConfig }> {
	const door = new URL('./index.ts', import.meta.url).href;
	const script = `
		import { startDatabase, withClient } from '${door}';
		const database = await startDatabase({ dataFolder: process.argv[1] });
		await withClient(database.owner, (client) =>
			client.query('create table kept (id int); insert into kept values (1)'));
		process.send(database.owner);
		setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	children.push(child);
	const [owner]: [ClientConfig] = await Promise.race([
		once(child, 'message').then(([message]): [ClientConfig] => [message]),
		once(child, 'exit').then(() => Promise.reject(new Error('the child ended early')))
	]);
	return { child, owner };
}

async function killed(child: ChildProcess): Promise<void> {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

async function refusal(work: Promise<unknown>): Promise<DatabaseRefusal> {
	const error = await work.then(
		() => undefined,
		(cause: unknown) => cause
	);
	if (!(error instanceof DatabaseRefusal)) throw new Error('expected a refusal', { cause: error });
	return error;
}

describe('startDatabase', () => {
	it('gives an app role that owns nothing and bypasses nothing', async () => {
		const database = await start(newFolder());
		const rows = await query(
			database.app,
			`select current_user as name, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
				(select count(*)::int from pg_class where relowner = r.oid) as owned
			from pg_roles r where rolname = current_user`
		);
		await database.stop();
		expect(rows).toEqual([
			{
				name: 'locus_app',
				rolsuper: false,
				rolbypassrls: false,
				rolcreatedb: false,
				rolcreaterole: false,
				owned: 0
			}
		]);
	});

	it('orders text by code points in UTF-8, whatever the language of the machine', async () => {
		const database = await start(newFolder());
		const rows = await query(
			database.app,
			`select string_agg(word, ' ' order by word) as words, upper('ā') as upper
			from unnest(array['ā', 'Z', 'a', 'b']) word`
		);
		await database.stop();
		expect(rows).toEqual([{ words: 'Z a b ā', upper: 'Ā' }]);
	});

	it('leaves no process and no socket folder after stop', async () => {
		const folder = newFolder();
		const database = await start(folder);
		const server = serverOf(folder);
		await database.stop();
		expect(server).toBeDefined();
		expect(serverOf(folder)).toBeUndefined();
		expect(isAlive(server?.pid ?? 0)).toBe(false);
		expect(existsSync(server?.socketFolder ?? '')).toBe(false);
	});

	it('keeps acknowledged rows over an orderly restart', async () => {
		const folder = newFolder();
		const first = await start(folder);
		await query(first.owner, 'create table kept (id int)');
		await query(first.owner, 'insert into kept values (7)');
		await first.stop();
		const second = await start(folder);
		expect(await query(second.owner, 'select id from kept')).toEqual([{ id: 7 }]);
		await second.stop();
	});

	it('adopts the live server of a Node that was killed', async () => {
		const folder = newFolder();
		const { child } = await startInChild(folder);
		const before = serverOf(folder);
		await killed(child);
		const database = await start(folder);
		expect(serverOf(folder)?.pid).toBe(before?.pid);
		expect(await query(database.owner, 'select id from kept')).toEqual([{ id: 1 }]);
		await database.stop();
		expect(isAlive(before?.pid ?? 0)).toBe(false);
	});

	it('starts again with every acknowledged row after Node and server were killed', async () => {
		const folder = newFolder();
		const { child } = await startInChild(folder);
		const before = serverOf(folder);
		await killed(child);
		process.kill(before?.pid ?? 0, 'SIGKILL');
		const database = await start(folder);
		expect(serverOf(folder)?.pid).not.toBe(before?.pid);
		expect(await query(database.owner, 'select id from kept')).toEqual([{ id: 1 }]);
		await database.stop();
	});

	it('starts a killed server again by itself, at the same address', async () => {
		const folder = newFolder();
		const database = await startDatabase({ dataFolder: folder });
		await query(database.owner, 'create table kept (id int)');
		await query(database.owner, 'insert into kept values (3)');
		const before = serverOf(folder);
		process.kill(before?.pid ?? 0, 'SIGKILL');
		while (serverOf(folder)?.state !== 'ready' || serverOf(folder)?.pid === before?.pid) {
			await delay(20);
		}
		expect(await query(database.owner, 'select id from kept')).toEqual([{ id: 3 }]);
		await database.stop();
		expect(serverOf(folder)).toBeUndefined();
	});

	it('waits for a server that is stopping', async () => {
		const folder = newFolder();
		const { child } = await startInChild(folder);
		const before = serverOf(folder);
		await killed(child);
		process.kill(before?.pid ?? 0, 'SIGINT');
		const database = await start(folder);
		expect(await query(database.owner, 'select id from kept')).toEqual([{ id: 1 }]);
		await database.stop();
	});

	it('takes no notice of a postmaster.pid whose number belongs to another program', async () => {
		const folder = newFolder();
		const first = await start(folder);
		await first.stop();
		const stale = [process.pid, join(folder, 'database'), '1', '5432', '/tmp', '', '0 0', 'ready'];
		writeFileSync(join(folder, 'database/postmaster.pid'), stale.join('\n'));
		const second = await start(folder);
		expect(await query(second.app, 'select 1 as one')).toEqual([{ one: 1 }]);
		await second.stop();
	});

	it('refuses a second start on a folder in use, in a sentence, and harms nothing', async () => {
		const folder = newFolder();
		const first = await start(folder);
		const second = await refusal(start(folder));
		expect(second.code).toBe('database.in-use');
		expect(second.message).toContain(`process ${process.pid}`);
		expect(await query(first.app, 'select 1 as one')).toEqual([{ one: 1 }]);
		await first.stop();
	});

	it('lets exactly one of two starts at the same moment have a new folder', async () => {
		const folder = newFolder();
		const settled = await Promise.allSettled([start(folder), start(folder)]);
		const [winner] = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
		const [loser] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
		expect(loser).toMatchObject({ code: 'database.in-use' });
		await winner?.stop();
		expect(serverOf(folder)).toBeUndefined();
	});

	it('lets a guest work beside the keeper without stopping its server', async () => {
		const folder = newFolder();
		const keeper = await start(folder);
		const guest = await startDatabase({ dataFolder: folder, mayJoin: true });
		await guest.stop();
		expect(await query(keeper.app, 'select 1 as one')).toEqual([{ one: 1 }]);
		await keeper.stop();
	});

	it('refuses a folder of another major version and changes nothing', async () => {
		const folder = newFolder();
		mkdirSync(join(folder, 'database'));
		writeFileSync(join(folder, 'database/PG_VERSION'), '16\n');
		const error = await refusal(start(folder));
		expect(error.code).toBe('database.other-version');
		expect(error.message).toContain('PostgreSQL 16');
		expect(existsSync(join(folder, 'database/postmaster.pid'))).toBe(false);
	});

	it('refuses a database whose passwords are gone', async () => {
		const folder = newFolder();
		const database = await start(folder);
		await database.stop();
		rmSync(join(folder, 'keys/database.json'));
		expect((await refusal(start(folder))).code).toBe('database.keys-lost');
	});

	it.runIf(process.getuid?.() === 0)(
		'works for root in a folder that no other user can enter',
		async () => {
			const parent = newFolder();
			chmodSync(parent, 0o700);
			const folder = join(parent, 'closed/data');
			const database = await start(folder);
			expect(await query(database.app, 'select 1 as one')).toEqual([{ one: 1 }]);
			const elsewhere = serverOf(folder);
			await database.stop();
			expect(elsewhere).toBeDefined();
		}
	);
});

describe('startDatabase with DATABASE_URL', () => {
	const addressOf = ({ host, port, user, password }: ClientConfig, database: string) =>
		`postgres://${user}:${String(password)}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;

	/** A server that stands for a school's own: without the roles of Locus, with one limited user. */
	async function schoolServer(): Promise<{ admin: ClientConfig; stop: () => Promise<void> }> {
		const { admin, stop } = await start(newFolder());
		if (admin === undefined) throw new Error('an embedded server has an administrator');
		for (const statement of [
			'alter role locus_owner rename to former_owner',
			'alter role locus_app rename to former_app',
			`create role limited login password 'limited'`,
			'create database school owner limited'
		]) {
			await query(admin, statement);
		}
		return { admin, stop };
	}

	it('makes its own two roles where that is permitted, and finds them again', async () => {
		const { admin, stop } = await schoolServer();
		const said: string[] = [];
		const options = {
			dataFolder: newFolder(),
			url: addressOf(admin, 'school'),
			say: (sentence: string) => said.push(sentence)
		};
		await startDatabase(options);
		const database = await startDatabase(options);
		await query(database.owner, 'create table kept (id int)');
		const who = await query(database.app, 'select current_user as role, current_database() as at');
		await stop();
		expect(who).toEqual([{ role: 'locus_app', at: 'school' }]);
		expect(database.isEmbedded).toBe(false);
		expect(said).toEqual([]);
	});

	it('uses the given user where it may make no roles, and says what that costs', async () => {
		const { admin, stop } = await schoolServer();
		const said: string[] = [];
		const limited = { ...admin, user: 'limited', password: 'limited' };
		const database = await startDatabase({
			dataFolder: newFolder(),
			url: addressOf(limited, 'school'),
			say: (sentence) => said.push(sentence)
		});
		const who = await query(database.app, 'select current_user as role');
		await stop();
		expect(who).toEqual([{ role: 'limited' }]);
		expect(said.join(' ')).toContain('Locus uses the database user limited for everything');
	});

	it('refuses, in a sentence, a server that does not answer', async () => {
		const error = await refusal(
			startDatabase({ dataFolder: newFolder(), url: 'postgres://a:b@127.0.0.1:1/c' })
		);
		expect(error.code).toBe('database.no-connection');
	});
});
