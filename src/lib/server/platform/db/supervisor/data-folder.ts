import { randomBytes } from 'node:crypto';
import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, canEnter, isRoot } from './account.ts';
import { EMBEDDED_MAJOR } from './binaries.ts';
import { DatabaseRefusal } from './database-refusal.ts';

/** Where the parts of one embedded database lie. */
export type DataFolder = {
	/** `LOCUS_DATA`: everything this installation holds. */
	readonly root: string;
	/** PostgreSQL's own folder; a link where `root` lies under a folder closed to its user. */
	readonly database: string;
	/** Passwords of the database roles, readable by the person who starts Locus alone. */
	readonly keys: string;
	readonly log: string;
	/** A folder the database user can reach, for copies of programs. */
	readonly reachable: string;
};

/** Where root keeps what an unprivileged user must reach when `LOCUS_DATA` is closed to it. */
const SYSTEM_FOLDER = '/var/lib/locus';

/** Makes the folders of an installation, open to the database user only where it must go. */
export function openDataFolder(rootPath: string, account: Account): DataFolder {
	const root = resolve(rootPath);
	makeFolder(root);
	// Root's data folder must let the database user through to its own part, not look around.
	if (ownedByMe(root)) chmodSync(root, isRoot() ? 0o711 : 0o700);
	for (const part of ['keys', 'logs'])
		mkdirSync(join(root, part), { recursive: true, mode: 0o700 });
	const reachable = canEnter(account, root) ? root : SYSTEM_FOLDER;
	if (reachable === SYSTEM_FOLDER) mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
	return {
		root,
		database: placeDatabase(root, reachable, account),
		keys: join(root, 'keys/database.json'),
		log: join(root, 'logs/database.log'),
		reachable: reachable === root ? join(root, 'programs') : reachable
	};
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
		accessSync(path, constants.W_OK | constants.X_OK);
	} catch (cause) {
		const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
		throw new DatabaseRefusal(
			'database.unreachable-folder',
			`The data folder ${path} cannot be written to (${reason}). Choose another one with LOCUS_DATA.`
		);
	}
}

/**
 * PostgreSQL changes into its folder by the full path, so its user must be let through every
 * parent. Where root's folder (say under `/root`) does not, the database lies under
 * `/var/lib/locus/<random>` and `LOCUS_DATA/database` is a link to it.
 */
function placeDatabase(root: string, reachable: string, account: Account): string {
	const path = join(root, 'database');
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found?.isSymbolicLink()) return readlinkSync(path);
	if (reachable === root) return path;
	if (found !== undefined) {
		throw new DatabaseRefusal(
			'database.unreachable-folder',
			`PostgreSQL runs as ${account.name} and cannot reach ${path}, because a folder above it is closed to other users. Move the data folder elsewhere and set LOCUS_DATA to it.`
		);
	}
	const place = join(reachable, randomBytes(8).toString('hex'));
	mkdirSync(place, { mode: 0o711 });
	symlinkSync(join(place, 'database'), path);
	return join(place, 'database');
}

/** Hands a file or folder to the account the database runs as. */
export function giveTo(account: Account, path: string): void {
	const { uid, gid } = account.spawn;
	if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** True when a database was made here; refuses one that this version or user cannot open. */
export function holdsDatabase(database: string): boolean {
	const versionFile = join(database, 'PG_VERSION');
	if (!existsSync(database)) return false;
	refuseOtherOwner(database);
	if (!existsSync(versionFile)) return false;
	const major = readFileSync(versionFile, 'utf8').trim();
	if (major === String(EMBEDDED_MAJOR)) return true;
	throw new DatabaseRefusal(
		'database.other-version',
		`The data folder ${dirname(database)} was made by PostgreSQL ${major}, and this Locus brings PostgreSQL ${EMBEDDED_MAJOR}. Nothing was changed. Make a backup with the Locus that made it (locus backup), then restore it into an empty folder with this one (locus restore).`
	);
}

function refuseOtherOwner(database: string): void {
	const me = process.getuid?.();
	const owner = statSync(database).uid;
	if (me === undefined || isRoot() || owner === me) return;
	throw new DatabaseRefusal(
		'database.other-user',
		`The database in ${dirname(database)} belongs to another user of this machine (number ${owner}): it was made when Locus was started as root or as that user. Start Locus as the same user again, or choose another folder with LOCUS_DATA.`
	);
}

function ownedByMe(path: string): boolean {
	return process.getuid?.() === statSync(path).uid;
}
