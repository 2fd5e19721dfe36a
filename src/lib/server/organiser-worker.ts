import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type pg from 'pg';
import { createApp } from './app.ts';
import { workOnRun, type RunId } from './modules/organiser/index.ts';
import { readConfig } from './platform/config/index.ts';
import type { CommunityId } from './platform/ids.ts';

// The thread of one organiser run. What comes of it stands in the run's own row.
// SAFETY: whoever starts this thread passes these three.
const { connection, communityId, runId } = workerData as {
	readonly connection: pg.ClientConfig;
	readonly communityId: CommunityId;
	readonly runId: RunId;
};

// Pages come first. On Linux a thread has a priority of its own; elsewhere this would slow the whole process.
if (process.platform === 'linux') setPriority(0, 10);

const app = createApp({ config: readConfig(process.env), connection });
try {
	await workOnRun(app, { kind: 'system', communityId, reason: 'a run of the organiser' }, runId, {
		elapsed: () => performance.now(),
		sliceMs: 1_000,
		snapshotMs: 4_000
	});
} finally {
	await app.close();
}
