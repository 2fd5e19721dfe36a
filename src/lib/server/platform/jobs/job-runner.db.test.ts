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
	const running = await startJobs(
		connection(),
		[
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
		log
	);
	await running.ask('tell');
	await running.ask('fail');
	await Promise.all([hasRun, hasFailed]);
	await running.stop();
	expect(lines.join('')).toContain('"event":"job.failed"');
	expect(lines.join('')).not.toContain('Aroha');
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
