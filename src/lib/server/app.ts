import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import type { ImportFrom, ImportLines } from './interop/runs/import-from.ts';
import { trainAll, type TrainModels } from './modules/learner-model/index.ts';
import { findSignedInPerson, findVisitor, type SignedInPerson } from './modules/people/index.ts';
import { listCommunities } from './modules/school/index.ts';
import { createScope, type Actor, type Scope, type Transactions } from './platform/access/index.ts';
import { createAuth, findSession, type Auth } from './platform/auth/index.ts';
import type { AuthOptions } from './platform/auth/better-auth.ts';
import { systemClock, type Clock } from './platform/clock/index.ts';
import { readConfig, type Config } from './platform/config/index.ts';
import { openDatabase, type Database } from './platform/db/database.ts';
import { openFileStore, type FileStore } from './platform/files/index.ts';
import { migrate as applyMigrations } from './platform/db/migrate.ts';
import type { RunningDatabase } from './platform/db/supervisor/index.ts';
import { hintOfChange, prepareJobs } from './platform/jobs/index.ts';
import { noteStatement } from './platform/db/statements.ts';
import { createLog, type Log } from './platform/log/index.ts';
import type { CommunityId } from './platform/ids.ts';
import type { Failure, Result } from './platform/result.ts';
import { jobNames } from './job-names.ts';
import { migrations } from './migrations.ts';

/** The assembled application; holds no rule of its own. */
export interface App extends Transactions {
	readonly config: Config;
	readonly log: Log;
	readonly clock: Clock;
	readonly database: Database;
	/** The bytes of what people added; what they mean is in `stored_file`. */
	readonly files: FileStore;
	readonly auth: Auth;
	/** Several commands as one; for seeding and imports by the system, which has no one to show an error to. */
	changeAll<T>(
		communityId: CommunityId,
		reason: string,
		work: (scope: Scope) => Promise<T>
	): Promise<T>;
	findSignedIn(headers: Headers): Promise<SignedIn | null>;
	close(): Promise<void>;
}

export interface SignedIn extends SignedInPerson {
	readonly mustChangePassword: boolean;
}

export interface AppOptions {
	readonly config: Config;
	readonly connection: pg.ClientConfig;
	readonly log?: Log;
	readonly clock?: Clock;
	readonly randomBytes?: (size: number) => Uint8Array;
	readonly requestEvent?: AuthOptions['requestEvent'];
	/** Throws what the edge answers while the database is away. */
	readonly whenAway?: () => never;
}

/** Carries an expected failure out of the transaction, so that nothing of it stays. */
class RolledBack extends Error {
	readonly error: Failure;
	constructor(error: Failure) {
		super('rolled back');
		this.error = error;
	}
}

export function createApp(options: AppOptions): App {
	const { config, connection, clock = systemClock, log = createLog() } = options;
	const bytes = options.randomBytes ?? randomBytes;
	const database = openDatabase({
		connection,
		log,
		hasNamedStatements: config.hasNamedStatements,
		...(options.whenAway && { whenAway: options.whenAway })
	});
	const auth = createAuth({
		database,
		pool: database.pool,
		secret: config.secret,
		origin: config.origin,
		hasNamedStatements: config.hasNamedStatements,
		now: () => clock.now(),
		findVisitor: (communityId, personId) =>
			database.inCommunity(communityId, { mode: 'read', observe: noteStatement }, (tx) =>
				findVisitor(tx, communityId, personId, clock.now())
			),
		...(options.requestEvent && { requestEvent: options.requestEvent })
	});

	const within = <T>(actor: Actor, mode: 'read' | 'write', work: (scope: Scope) => Promise<T>) =>
		database.inCommunity(actor.communityId, { mode, observe: noteStatement }, (tx) =>
			work(createScope(actor, tx, { now: clock.now(), randomBytes: bytes }))
		);

	return {
		config,
		log,
		clock,
		database,
		files: openFileStore(join(config.dataFolder, 'files')),
		auth,
		read: (actor, work) => within(actor, 'read', work),
		async change<T, E extends Failure>(
			actor: Actor,
			work: (scope: Scope) => Promise<Result<T, E>>
		) {
			try {
				const done = await within(actor, 'write', async (scope) => {
					const result = await work(scope);
					if (!result.ok) throw new RolledBack(result.error);
					return result;
				});
				hintOfChange();
				return done;
			} catch (error) {
				// SAFETY: RolledBack carries the very error of this command's result.
				if (error instanceof RolledBack) return { ok: false as const, error: error.error as E };
				throw error;
			}
		},
		changeAll: (communityId, reason, work) =>
			within({ kind: 'system', communityId, reason }, 'write', work),
		async findSignedIn(headers) {
			const token = auth.sessionToken(headers);
			if (token === null) return null;
			const now = clock.now();
			return database.inFoundCommunity(
				noteStatement,
				(tx) => findSession(tx, token, now),
				async (tx, { communityId, personId, mustChangePassword }) => {
					const found = await findSignedInPerson(tx, communityId, personId, now);
					return found && { ...found, mustChangePassword };
				}
			);
		},
		close: () => database.close()
	};
}

/** Brings the schema of a database up to date, as its owner; returns the steps applied. */
export async function migrate(owner: pg.ClientConfig): Promise<readonly string[]> {
	const steps = await applyMigrations(owner, migrations);
	await prepareJobs(owner, jobNames);
	return steps;
}

/** Loads the demo community, all of it or nothing; its files are read only when they are asked for. */
export async function seedDemo(
	{ app: connection }: RunningDatabase,
	dataFolder: string
): Promise<void> {
	const { seedDemoCommunity } = await import('../../../fixtures/demo/seed/seed-demo.ts');
	const database = openDatabase({ connection, log: createLog() });
	try {
		await seedDemoCommunity(database, systemClock.now(), openFileStore(join(dataFolder, 'files')));
	} finally {
		await database.close();
	}
}

/** Imports a file or folder from the command line, whole or not at all; returns the report's lines. */
export async function importFrom(
	running: { readonly app: pg.ClientConfig },
	request: ImportFrom
): Promise<ImportLines> {
	// Loaded when asked for: the item engine and its mathematics are large.
	const { importFrom: bringIn } = await import('./interop/runs/import-from.ts');
	const app = createApp({ config: readConfig(process.env), connection: running.app });
	try {
		return await bringIn(app, request);
	} finally {
		await app.close();
	}
}

/** Trains the learner model of a community on its own answers, or of all in turn. */
export async function trainModels(
	running: { readonly app: pg.ClientConfig },
	request: TrainModels
): Promise<void> {
	const app = createApp({ config: readConfig(process.env), connection: running.app });
	try {
		const communities = await app.database.inLocal({ mode: 'read' }, listCommunities);
		await trainAll(app, communities, request);
	} finally {
		await app.close();
	}
}
