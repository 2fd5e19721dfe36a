import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = {
	readonly pid: number;
	readonly port: number;
	/** Folder of the unix socket, or empty where there is none (Windows). */
	readonly socketFolder: string;
	readonly state: 'starting' | 'ready' | 'stopping';
};

const STATES: Readonly<Record<string, Postmaster['state']>> = {
	starting: 'starting',
	ready: 'ready',
	standby: 'ready',
	stopping: 'stopping'
};

/** The server that runs on this data folder, or nothing. A file left by a dead server counts as nothing. */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
	const text = readOrNothing(join(dataFolder, 'postmaster.pid'));
	if (text === undefined) return undefined;
	const [pid, , , port, socketFolder, , , state] = text.split('\n').map((line) => line.trim());
	const found = Number(pid);
	if (!Number.isInteger(found) || found <= 0 || !isServerProcess(found)) return undefined;
	return {
		pid: found,
		port: Number(port ?? 0),
		socketFolder: socketFolder ?? '',
		state: STATES[state ?? ''] ?? 'starting'
	};
}

/** The socket folder of the last server that did not stop in order, if its file is still there. */
export function lastSocketFolder(dataFolder: string): string | undefined {
	return readOrNothing(join(dataFolder, 'postmaster.pid'))?.split('\n')[4]?.trim();
}

/**
 * Removes lock files that would make PostgreSQL refuse to start though no server runs: their process
 * id now belongs to another program (numbers are used again after a restart of the machine or of a
 * container), or to a dead server that its parent has not taken note of yet. In every other case
 * they are left to PostgreSQL, which takes them over without a race.
 */
export function removeMisleadingLocks(dataFolder: string): void {
	const socketFolder = lastSocketFolder(dataFolder);
	if (socketFolder) removeIfMisleading(join(socketFolder, '.s.PGSQL.5432.lock'));
	removeIfMisleading(join(dataFolder, 'postmaster.pid'));
}

function removeIfMisleading(lock: string): void {
	const pid = Number.parseInt(readOrNothing(lock) ?? '', 10);
	const isMisleading = pid > 0 && (isZombie(pid) || (isAlive(pid) && !isServerProcess(pid)));
	if (isMisleading) rmSync(lock, { force: true });
}

/** True while a process of this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

function isServerProcess(pid: number): boolean {
	return isAlive(pid) && /postgres/i.test(commandOf(pid));
}

function commandOf(pid: number): string {
	if (process.platform === 'linux') return readOrNothing(`/proc/${pid}/comm`) ?? '';
	const [program, ...args]: [string, ...string[]] =
		process.platform === 'win32'
			? ['tasklist', '/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']
			: ['ps', '-o', 'command=', '-p', String(pid)];
	try {
		return execFileSync(program, args, { encoding: 'utf8' });
	} catch {
		return '';
	}
}

function isZombie(pid: number): boolean {
	if (process.platform !== 'linux') return false;
	return /\) Z /.test(readOrNothing(`/proc/${pid}/stat`) ?? '');
}

function readOrNothing(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}
