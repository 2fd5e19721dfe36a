import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { jobNames } from './job-names.ts';
import { listJobs } from './jobs.ts';
import { createTestApp, type TestApp } from './platform/db/testing.ts';

let app: TestApp;
beforeAll(async () => (app = await createTestApp(inject('database'))));
afterAll(() => app.close());

test('every job does its work in a community that has nothing yet', async () => {
	const server = inject('database');
	const jobs = listJobs(app, { ...server.app, database: app.owner.database });
	expect(jobs.map(({ name }) => name)).toEqual([...jobNames]);
	for (const job of jobs) await job.run();
});
