import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import {
	type Postmaster,
	findPostmaster,
	isAlive,
	removeMisleadingLocks
} from './postmaster-file.ts';
import { type Durability, serverSettings } from './settings.ts';

/** Everything needed to run one server. */
export type ServerPlan = {
	readonly binaries: Binaries;
	readonly account: Account;
	readonly folder: DataFolder;
	readonly durability: Durability;
	/** Where the server listens, so that one started again is found at the same address. */
	readonly address: ServerAddress;
	/** Told what is being waited for, in plain words. */
	readonly say: (sentence: string) => void;
};

/** A folder for the unix socket, or on Windows a port of the loopback address. */
export type ServerAddress = { readonly socketFolder: string } | { readonly port: number };

const POLL_MS = 20;
const FAST_STOP_MS = 60_000;
const ATTEMPTS = 100;
const ATTEMPT_PAUSE_MS = 100;
const LARGEST_LOG = 5_000_000;

/**
 * Makes sure that a server is ready on the folder. A live one is adopted (a killed Node leaves it
 * running), one that is recovering or stopping is waited for, and a start that fails because the
 * processes of a killed server still hold its memory is tried again.
 */
export async function ensurePostmaster(plan: ServerPlan): Promise<Postmaster> {
	for (let attempt = 1; ; attempt += 1) {
		const ready = await waitUntilSettled(plan);
		if (ready !== undefined) return ready;
		removeMisleadingLocks(plan.folder.database);
		const launched = await launch(plan);
		if ('pid' in launched) return launched;
		if (attempt >= ATTEMPTS || !isPassing(launched.said)) {
			throw didNotStart(plan.folder.log, launched.said);
		}
		await delay(ATTEMPT_PAUSE_MS);
	}
}

/** Stops a server: sessions are ended, everything is written, every process is gone. */
export async function stopPostmaster(plan: ServerPlan, postmaster: Postmaster): Promise<void> {
	signal(plan, postmaster, 'fast');
	if (await isGoneWithin(postmaster.pid, FAST_STOP_MS)) return;
	signal(plan, postmaster, 'immediate');
	await isGoneWithin(postmaster.pid, FAST_STOP_MS);
}

function signal(plan: ServerPlan, { pid }: Postmaster, mode: 'fast' | 'immediate'): void {
	if (!isAlive(pid)) return;
	if (process.platform === 'win32') {
		const options = ['stop', '--no-wait', '--mode', mode, '--pgdata', plan.folder.database];
		spawnSync(plan.binaries.pgCtl, options);
		return;
	}
	process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
}

async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
	for (let waited = 0; waited < limitMs; waited += POLL_MS) {
		if (!isAlive(pid)) return true;
		await delay(POLL_MS);
	}
	return !isAlive(pid);
}

/** Waits while a server is on its way up or down; nothing once there is none. */
async function waitUntilSettled(plan: ServerPlan): Promise<Postmaster | undefined> {
	let told: string | undefined;
	for (;;) {
		const found = findPostmaster(plan.folder.database);
		if (found === undefined || found.state === 'ready') return found;
		if (told !== found.state) {
			told = found.state;
			plan.say(`The database is ${found.state}; waiting for it.`);
		}
		await delay(POLL_MS);
	}
}

/** Starts a server in a session of its own, so that Ctrl-C in a terminal reaches only Locus. */
async function launch(plan: ServerPlan): Promise<Postmaster | { readonly said: string }> {
	const logStart = turnLog(plan.folder.log);
	const log = openSync(plan.folder.log, 'a', 0o600);
	const child = spawn(plan.binaries.postgres, commandLine(plan), {
		...plan.account.spawn,
		cwd: '/',
		detached: true,
		env: { LC_ALL: 'C', TZ: 'UTC' },
		stdio: ['ignore', log, log]
	});
	closeSync(log);
	child.unref();
	let ended = false;
	child.once('exit', () => (ended = true));
	child.once('error', () => (ended = true));
	for (;;) {
		const found = findPostmaster(plan.folder.database);
		if (found?.state === 'ready') return found;
		if (ended) return { said: readFileSync(plan.folder.log, 'utf8').slice(logStart) };
		await delay(POLL_MS);
	}
}

function commandLine(plan: ServerPlan): string[] {
	const settings = { ...serverSettings(plan.durability), ...addressSettings(plan.address) };
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	return ['-D', plan.folder.database, ...options];
}

function addressSettings(address: ServerAddress): Record<string, string> {
	if ('port' in address) return { listen_addresses: '127.0.0.1', port: String(address.port) };
	return {
		listen_addresses: '',
		unix_socket_directories: address.socketFolder,
		unix_socket_permissions: '0700'
	};
}

/** Begins a new log when the last one is long; returns where the next line will be. */
function turnLog(log: string): number {
	const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
	if (size <= LARGEST_LOG) return size;
	renameSync(log, `${log}.1`);
	return 0;
}

/** Failures that end by themselves: another start was faster, or a killed server's processes linger. */
function isPassing(said: string): boolean {
	return /lock file ".*" already exists|shared memory block .* is still in use/.test(said);
}

function didNotStart(log: string, said: string): DatabaseRefusal {
	const lastLines = said.trimEnd().split('\n').slice(-4).join('\n');
	return new DatabaseRefusal(
		'database.did-not-start',
		`PostgreSQL did not start. The end of ${log} says why:\n${lastLines}`
	);
}
