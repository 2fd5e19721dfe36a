import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createApp, type App } from '../../app.ts';
import type { Clock } from '../clock/index.ts';
import { readConfig } from '../config/index.ts';
import { createLog } from '../log/index.ts';

/** What the suite's global set-up provides: a server with a migrated template database. */
export interface TestServer {
	readonly owner: pg.ClientConfig;
	readonly app: pg.ClientConfig;
	readonly template: string;
}

/** A fresh database cloned from the migrated template, with an application on it; call `close` in `afterAll`. */
export async function createTestApp(
	server: TestServer,
	options: { readonly clock?: Clock } = {}
): Promise<App & { readonly databaseName: string; readonly owner: pg.ClientConfig }> {
	const databaseName = `locus_test_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client(server.owner);
	await admin.connect();
	await admin.query(`create database ${databaseName} template ${server.template}`);
	await admin.end();
	const config = readConfig({ LOCUS_SECRET: 'a secret that only tests ever use', LOCUS_DATA: '/tmp/locus-test' });
	const app = createApp({
		config,
		connection: { ...server.app, database: databaseName },
		log: createLog(() => undefined),
		...options
	});
	return {
		...app,
		databaseName,
		owner: { ...server.owner, database: databaseName },
		async close() {
			await app.close();
			const cleaner = new pg.Client(server.owner);
			await cleaner.connect();
			await cleaner.query(`drop database if exists ${databaseName} with (force)`);
			await cleaner.end();
		}
	};
}
