import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { App } from './app.ts';
import { failRun, findOpenRun, lostAfterMs, type RunId } from './modules/organiser/index.ts';
import { listCommunities } from './modules/school/index.ts';
import type { CommunityId } from './platform/ids.ts';

interface OpenRun {
	readonly communityId: CommunityId;
	readonly runId: RunId;
	readonly askedAt: Date;
}

/** The run that waits longest in the whole installation. */
async function nextRun(app: App): Promise<OpenRun | undefined> {
	const staleBefore = new Date(app.clock.now().getTime() - lostAfterMs);
	const communities = await app.database.inLocal({ mode: 'read' }, listCommunities);
	const open: OpenRun[] = [];
	for (const { communityId } of communities) {
		const actor = { kind: 'system', communityId, reason: 'looking for runs that wait' } as const;
		const found = await app.read(actor, (scope) => findOpenRun(scope, staleBefore));
		if (found) open.push({ communityId, ...found });
	}
	return open.sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime())[0];
}

/** Works through the runs of all communities, one at a time, each in a thread of its own beside the pages. */
export interface OrganiserRuns {
	/** Looks whether a run waits and begins it; returns at once while one is at work. */
	wake(app: App, connection: pg.ClientConfig): Promise<void>;
	/** Ends the thread; what it kept last is where the next start goes on. */
	stop(): Promise<void>;
}

export function createOrganiserRuns(): OrganiserRuns {
	let worker: Worker | undefined;
	let isStopped = false;
	let isLooking = false;

	async function work(app: App, connection: pg.ClientConfig, run: OpenRun): Promise<void> {
		const { config } = app;
		worker = new Worker(new URL('./organiser-worker.ts', import.meta.url), {
			workerData: { connection, communityId: run.communityId, runId: run.runId },
			env: { ...process.env, LOCUS_SECRET: config.secret, LOCUS_DATA: config.dataFolder }
		});
		worker.on('error', (error: unknown) => app.log.error('organiser.run-failed', error));
		const [code] = await once(worker, 'exit').catch(() => [1]);
		worker = undefined;
		if (isStopped) return;
		if (code !== 0)
			await app.changeAll(run.communityId, 'a run broke off', (scope) =>
				failRun(scope, run.runId, [])
			);
		await wake(app, connection);
	}

	async function wake(app: App, connection: pg.ClientConfig): Promise<void> {
		if (worker || isStopped || isLooking) return;
		isLooking = true;
		const run = await nextRun(app).finally(() => (isLooking = false));
		if (!run || worker || isStopped) return;
		work(app, connection, run).catch((error: unknown) =>
			app.log.error('organiser.run-failed', error)
		);
	}

	return {
		wake,
		async stop() {
			isStopped = true;
			await worker?.terminate();
		}
	};
}
