import { existsSync, lstatSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { giveTo } from './data-folder.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { lastSocketFolder } from './postmaster-file.ts';
import type { ServerAddress } from './postmaster.ts';

/** A unix socket's path may have 107 bytes; PostgreSQL adds the rest. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.65535.lock'.length;

/**
 * Where a server will listen: a unix socket in a short folder closed to everyone else, so no port
 * is opened. Windows has no unix sockets for this driver: there it is loopback with a password.
 */
export async function chooseAddress(account: Account, database: string): Promise<ServerAddress> {
	if (process.platform === 'win32') return { port: await freePort() };
	const last = lastSocketFolder(database);
	const isReusable = last !== undefined && existsSync(last) && isOurs(account, last);
	return { socketFolder: isReusable ? last : makeSocketFolder(account) };
}

function makeSocketFolder(account: Account): string {
	const base = [tmpdir(), '/tmp'].find((folder) => isShort(folder) && canEnter(account, folder));
	if (base === undefined) {
		throw new DatabaseRefusal(
			'database.unreachable-folder',
			`The folder for temporary files (${tmpdir()}) has too long a name for a database socket. Set TMPDIR to a shorter one, for example /tmp.`
		);
	}
	const folder = mkdtempSync(join(base, 'locus-'));
	giveTo(account, folder);
	return folder;
}

function isShort(base: string): boolean {
	return Buffer.byteLength(join(base, 'locus-XXXXXX')) <= LONGEST_SOCKET_FOLDER;
}

function isOurs(account: Account, folder: string): boolean {
	const found = lstatSync(folder);
	return found.isDirectory() && found.uid === (account.spawn.uid ?? process.getuid?.());
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
		});
	});
}
