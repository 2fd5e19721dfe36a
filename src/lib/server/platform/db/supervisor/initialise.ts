import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { giveTo } from './data-folder.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { isAlive } from './postmaster-file.ts';
import type { Durability } from './settings.ts';

/** The role that made the server; Locus uses it only to look after roles and databases. */
export const ADMIN_ROLE = 'postgres';

/**
 * Makes a new database folder beside its final place and moves it there in one step, so that a
 * start killed half-way leaves nothing that looks finished, and of two starts at once one wins.
 * UTF-8 with the built-in code point order: results do not depend on the machine's language.
 */
export function initialise(
	binaries: Binaries,
	account: Account,
	database: string,
	password: string,
	durability: Durability
): void {
	removeLeftovers(database);
	const partial = `${database}.making-${process.pid}`;
	const passwordFile = `${partial}.password`;
	mkdirSync(partial, { recursive: true, mode: 0o700 });
	giveTo(account, partial);
	try {
		writeFileSync(passwordFile, password, { mode: 0o600 });
		giveTo(account, passwordFile);
		runInitdb(binaries, account, partial, passwordFile, durability);
		moveInPlace(partial, database);
	} finally {
		rmSync(passwordFile, { force: true });
		rmSync(partial, { recursive: true, force: true });
	}
}

function runInitdb(
	binaries: Binaries,
	account: Account,
	folder: string,
	passwordFile: string,
	durability: Durability
): void {
	const options = {
		pgdata: folder,
		username: ADMIN_ROLE,
		pwfile: passwordFile,
		auth: 'scram-sha-256',
		encoding: 'UTF8',
		locale: 'C',
		'locale-provider': 'builtin',
		'builtin-locale': 'C.UTF-8'
	};
	const named = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
	const args = [...named, '--no-instructions', ...syncOptions(durability)];
	const made = spawnSync(binaries.initdb, args, {
		...account.spawn,
		cwd: dirname(folder),
		encoding: 'utf8',
		env: { LC_ALL: 'C', TZ: 'UTC' }
	});
	if (made.status === 0) return;
	throw new DatabaseRefusal(
		'database.did-not-start',
		`PostgreSQL could not make its folder in ${dirname(folder)}: ${made.error?.message ?? made.stderr.trim()}`
	);
}

/** One call for the whole disk where the system has one: seconds less on a busy disk. */
function syncOptions(durability: Durability): string[] {
	if (durability === 'throwaway') return ['--no-sync'];
	return process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
}

function moveInPlace(partial: string, database: string): void {
	try {
		renameSync(partial, database);
	} catch (cause) {
		// Another start was faster: its folder is as good as ours.
		if (!existsSync(join(database, 'PG_VERSION'))) throw cause;
	}
}

function removeLeftovers(database: string): void {
	const parent = dirname(database);
	mkdirSync(parent, { recursive: true });
	for (const name of readdirSync(parent)) {
		const maker = new RegExp(`^${basename(database)}\\.making-(\\d+)`).exec(name)?.[1];
		if (maker !== undefined && !isAlive(Number(maker))) {
			rmSync(join(parent, name), { recursive: true, force: true });
		}
	}
}
