import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp, type App } from '../../app.ts';
import { insertCommunity } from '../../modules/school/index.ts';
import type { Clock } from '../clock/index.ts';
import { readConfig } from '../config/index.ts';
import { newUuid, type CommunityId } from '../ids.ts';
import { createLog } from '../log/index.ts';

/** What the suite's global set-up provides: a server with a migrated template database. */
export interface TestServer {
	readonly admin: pg.ClientConfig;
	readonly owner: pg.ClientConfig;
	readonly app: pg.ClientConfig;
	readonly template: string;
}

/** The application under test, with the owner's connection for looking behind row-level security. */
export interface TestApp extends App {
	readonly owner: pg.ClientConfig;
	/** Founds a community and acts in it as the system. */
	readonly communityId: CommunityId;
}

async function asAdmin(server: TestServer, sql: string): Promise<void> {
	const admin = new pg.Client(server.admin);
	await admin.connect();
	try {
		await admin.query(sql);
	} finally {
		await admin.end();
	}
}

/** A fresh database cloned from the migrated template, with a community in it; call `close` in `afterAll`. */
export async function createTestApp(
	server: TestServer,
	{
		found = foundTestCommunity,
		...options
	}: {
		readonly clock?: Clock;
		/** For tests whose ids must be the same in each run. */
		readonly randomBytes?: (size: number) => Uint8Array;
		/** Puts a community into the empty database: a bare one unless told. */
		readonly found?: (app: App) => Promise<CommunityId>;
	} = {}
): Promise<TestApp> {
	const databaseName = `locus_test_${randomBytes(6).toString('hex')}`;
	await asAdmin(server, `create database ${databaseName} template ${server.template}`);
	const app = createApp({
		config: readConfig({
			LOCUS_SECRET: 'a secret that only tests ever use',
			LOCUS_DATA: join(tmpdir(), databaseName)
		}),
		connection: { ...server.app, database: databaseName },
		log: createLog(() => undefined),
		...options
	});
	return {
		...app,
		owner: { ...server.owner, database: databaseName },
		communityId: await found(app),
		async close() {
			await app.close();
			await asAdmin(server, `drop database if exists ${databaseName} with (force)`);
		}
	};
}

/** Another community in the same database, for the tests of what must not leak between them. */
export async function foundTestCommunity(app: App): Promise<CommunityId> {
	const communityId = newUuid<CommunityId>(app.clock.now());
	await app.changeAll(communityId, 'a test founds a community', (scope) =>
		insertCommunity(scope, {
			communityId,
			name: 'Test school',
			kind: 'school',
			locale: 'en',
			isFictional: true
		})
	);
	return communityId;
}
