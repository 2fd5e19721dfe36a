import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import {
	ensureDatabase,
	startDatabase,
	withClient
} from '../../src/lib/server/platform/db/supervisor/index.ts';
import {
	findPostmaster,
	isAlive
} from '../../src/lib/server/platform/db/supervisor/postmaster-file.ts';

/** The database server of one test run: `create database x template <template>` makes a fresh one. */
export type TestDatabase = {
	/** May make and drop databases. */
	readonly admin: ClientConfig;
	/** Owns every table; connects to the template unless `database` is replaced. */
	readonly owner: ClientConfig;
	/** What the application connects as. */
	readonly app: ClientConfig;
	/** Name of the migrated, empty database to clone; keep no connection to it open while cloning. */
	readonly template: string;
};

declare module 'vitest' {
	interface ProvidedContext {
		database: TestDatabase;
	}
}

const PREFIX = 'locus-test-';
const TEMPLATE = 'locus_template';

/** Starts one throwaway server for a test run and migrates a template; the returned function removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	removeAbandoned();
	const dataFolder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
	const server = await startDatabase({ dataFolder, durability: 'throwaway' });
	const { admin } = server;
	if (admin === undefined) throw new Error('The test database is always an embedded one.');
	await withClient(admin, (client) => ensureDatabase(client, TEMPLATE));
	const owner = { ...server.owner, database: TEMPLATE };
	await migrateTemplate(owner);
	project.provide('database', {
		admin,
		owner,
		app: { ...server.app, database: TEMPLATE },
		template: TEMPLATE
	});
	return async () => {
		await server.stop();
		rmSync(dataFolder, { recursive: true, force: true });
	};
}

async function migrateTemplate(owner: ClientConfig): Promise<void> {
	const entry = join(import.meta.dirname, '../../src/lib/server/app.ts');
	if (!existsSync(entry)) return;
	// SAFETY: the composition root exports `migrate`; a run without it fails on the first query.
	const app = (await import(pathToFileURL(entry).href)) as {
		migrate: (owner: ClientConfig) => Promise<unknown>;
	};
	await app.migrate(owner);
}

/** A test run killed from outside leaves its server behind: the next run ends it. */
function removeAbandoned(): void {
	for (const name of readdirSync(tmpdir())) {
		const runner = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
		if (!Number.isInteger(runner) || isAlive(runner)) continue;
		const folder = join(tmpdir(), name);
		const postmaster = findPostmaster(join(folder, 'database'));
		if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGQUIT');
		rmSync(folder, { recursive: true, force: true });
	}
}
