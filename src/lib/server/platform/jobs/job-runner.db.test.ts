import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from '../db/testing.ts';
import { createLog } from '../log/index.ts';
import { hintOfChange, onChange, prepareJobs, startJobs } from './index.ts';

let app: TestApp;
beforeAll(async () => (app = await createTestApp(inject('database'))));
afterAll(() => app.close());

/** The application's own address in the database of this test. */
const connection = () => ({ ...inject('database').app, database: app.owner.database });

test('a job runs as the application when it is asked for, and its failure is told without what it said', async () => {
	await prepareJobs(app.owner, ['tell', 'fail']);
	const lines: string[] = [];
	const log = createLog((line) => lines.push(line));
	let ran: () => void;
	let failed: () => void;
	const hasRun = new Promise<void>((resolve) => (ran = resolve));
	const hasFailed = new Promise<void>((resolve) => (failed = resolve));
	const never = '0 0 1 1 *';
	const running = await startJobs({
		connection: connection(),
		jobs: [
			{ name: 'tell', schedule: never, run: async () => ran() },
			{
				name: 'fail',
				schedule: never,
				run: () => {
					failed();
					return Promise.reject(new RangeError('Aroha is not here'));
				}
			}
		],
		log,
		until: new AbortController().signal
	});
	await running.ask('tell');
	await running.ask('fail');
	await Promise.all([hasRun, hasFailed]);
	await running.stop();
	expect(lines.join('')).toContain('"event":"job.failed"');
	expect(lines.join('')).not.toContain('Aroha');
});

/** An address at which nobody answers until the returned function is called. */
function absentAddress() {
	const folder = mkdtempSync(join(tmpdir(), 'locus-away-'));
	const host = join(folder, 'socket');
	return { host, appears: () => symlinkSync(String(connection().host), host), folder };
}

test('a database that is away is waited for', async () => {
	await prepareJobs(app.owner, ['late']);
	const { host, appears, folder } = absentAddress();
	const lines: string[] = [];
	const log = createLog((line) => {
		lines.push(line);
		if (!existsSync(host)) appears();
	});
	let ran: () => void;
	const hasRun = new Promise<void>((resolve) => (ran = resolve));
	const running = await startJobs({
		connection: { ...connection(), host },
		jobs: [{ name: 'late', schedule: '0 0 1 1 *', run: async () => ran() }],
		log,
		until: new AbortController().signal
	});
	await running.ask('late');
	await hasRun;
	await running.stop();
	expect(lines.join('')).toContain('"event":"jobs.database-away"');
	rmSync(folder, { recursive: true });
});

test('who stops while a database is waited for need not wait; a wrong password is no reason to', async () => {
	const { host, folder } = absentAddress();
	const stopping = new AbortController();
	const log = createLog(() => stopping.abort(new Error('stopped')));
	const start = { jobs: [], log, until: stopping.signal };
	await expect(startJobs({ ...start, connection: { ...connection(), host } })).rejects.toThrow(
		'stopped'
	);
	const unknown = { ...connection(), password: 'not this one' };
	await expect(startJobs({ ...start, connection: unknown })).rejects.toMatchObject({
		code: '28P01'
	});
	rmSync(folder, { recursive: true });
});

test('preparing again changes nothing', async () => {
	await prepareJobs(app.owner, ['tell']);
	await prepareJobs(app.owner, ['tell', 'another']);
});

test('several hints are one reaction, and after stopping there is none', async () => {
	let reactions = 0;
	await new Promise<void>((resolve) => {
		const stop = onChange(() => {
			reactions += 1;
			stop();
			resolve();
		}, 5);
		hintOfChange();
		hintOfChange();
	});
	hintOfChange();
	expect(reactions).toBe(1);
});
