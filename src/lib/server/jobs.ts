import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { createApp, type App } from './app.ts';
import { jobNames } from './job-names.ts';
import { refreshAllSnapshots, refreshSnapshot } from './modules/learner-model/index.ts';
import {
	deleteFeedsBefore,
	deleteRunsBefore,
	lostAfterMs,
	openWeeksAhead
} from './modules/organiser/index.ts';
import { draftPlan, listWithoutGoals } from './modules/plans/index.ts';
import { endRemovedWork } from './modules/portfolio/index.ts';
import { listCommunities } from './modules/school/index.ts';
import { createOrganiserRuns } from './organiser-runs.ts';
import { addDays, schoolDay } from './platform/clock/index.ts';
import { forgetDoors } from './platform/auth/index.ts';
import { readConfig } from './platform/config/index.ts';
import { deleteDelivered, deliverEvents, type Subscriptions } from './platform/events/index.ts';
import { listDigests, openFileStore } from './platform/files/index.ts';
import type { CommunityId, PersonId } from './platform/ids.ts';
import { invariant } from './platform/invariant.ts';
import { onChange, startJobs, type Job } from './platform/jobs/index.ts';
import { createLog } from './platform/log/index.ts';

type JobName = (typeof jobNames)[number];

/** Who hears of what. */
export const subscriptions: Subscriptions = {
	'evidence.recorded': [
		async (scope, payloads) => {
			const learnerIds = new Set(payloads.map(({ learnerId }) => learnerId as PersonId));
			for (const learnerId of learnerIds) await refreshSnapshot(scope, learnerId);
		}
	]
};

const dayMs = 24 * 60 * 60 * 1000;
const daysKept = 7;
/** Runs name people: they are thrown away four weeks after their week. */
const runDaysKept = 35;
/** How long an ended calendar address is remembered. */
const feedDaysKept = 30;
/** How soon after a change its facts are told; what comes in between is told with them. */
const deliveryWaitMs = 500;

async function inEachCommunity(app: App, work: (communityId: CommunityId) => Promise<unknown>) {
	const communities = await app.database.inLocal({ mode: 'read' }, listCommunities);
	for (const { communityId } of communities) await work(communityId);
}

const deliverAll = (app: App) =>
	inEachCommunity(app, (communityId) =>
		deliverEvents(
			{
				subscriptions,
				log: app.log,
				change: (community, work) => app.changeAll(community, 'delivering what was announced', work)
			},
			communityId
		)
	);

/** Every learner has at least a draft, without anyone's doing; each in a transaction of its own. */
async function draftPlans(app: App): Promise<void> {
	await inEachCommunity(app, async (communityId) => {
		const actor = { kind: 'system', communityId, reason: 'drafting first plans' } as const;
		const learnerIds = await app.read(actor, listWithoutGoals);
		for (const learnerId of learnerIds)
			await app.change(actor, (scope) => draftPlan(scope, { learnerId }));
	});
}

/**
 * Removes what has done its work: ended visits and old ways in, delivered facts, works taken away thirty days ago, and files
 * that no row names a day after they came.
 */
async function tidy(app: App): Promise<void> {
	const now = app.clock.now().getTime();
	await app.auth.local('write', (tx) => forgetDoors(tx, app.clock.now()));
	const known = new Set<string>();
	await inEachCommunity(app, async (communityId) => {
		const digests = await app.changeAll(communityId, 'tidying', async (scope) => {
			await deleteDelivered(scope, new Date(now - daysKept * dayMs));
			await endRemovedWork(scope);
			await deleteRunsBefore(scope, addDays(schoolDay(app.clock.now(), 'UTC'), -runDaysKept));
			await deleteFeedsBefore(scope, new Date(now - feedDaysKept * dayMs));
			return listDigests(scope);
		});
		for (const digest of digests) known.add(digest);
	});
	await openFileStore(join(app.config.dataFolder, 'files')).sweep(known, new Date(now - dayMs));
}

const refreshSnapshots = (app: App) =>
	inEachCommunity(app, (communityId) => refreshAllSnapshots(app, communityId));

/** Minutes of one core: in a thread of its own, so that pages never wait for it. */
async function trainModels({ config }: App, connection: pg.ClientConfig): Promise<void> {
	const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
		workerData: connection,
		env: { ...process.env, LOCUS_SECRET: config.secret, LOCUS_DATA: config.dataFolder }
	});
	const [code] = await once(worker, 'exit');
	invariant(code === 0, 'the training ended well');
}

/** One run at a time for the whole installation; the schedule finds what a lost hint or a lost worker left behind. */
const organiserRuns = createOrganiserRuns();

const openWeeks = (app: App) =>
	inEachCommunity(app, (communityId) =>
		app.changeAll(communityId, 'opening the next weeks', openWeeksAhead)
	);

interface Scheduled {
	readonly schedule: string;
	run(app: App, connection: pg.ClientConfig): Promise<void>;
}

const jobs: Readonly<Record<JobName, Scheduled>> = {
	'deliver-events': { schedule: '* * * * *', run: deliverAll },
	'draft-plans': { schedule: '5 * * * *', run: draftPlans },
	'organiser-runs': { schedule: '* * * * *', run: organiserRuns.wake },
	'open-weeks': { schedule: '15 * * * *', run: openWeeks },
	'refresh-snapshots': { schedule: '35 * * * *', run: refreshSnapshots },
	// At a weekend in every time zone.
	'train-models': { schedule: '0 14 * * 6', run: trainModels },
	tidy: { schedule: '20 2 * * *', run: tidy }
};

export const listJobs = (app: App, connection: pg.ClientConfig): readonly Job[] =>
	jobNames.map((name) => ({
		name,
		schedule: jobs[name].schedule,
		run: () => jobs[name].run(app, connection)
	}));

/** Works through the jobs beside the pages until the returned function is called; `until` ends the waiting for a database. */
export async function workThroughJobs(
	{ app: connection }: { readonly app: pg.ClientConfig },
	until: AbortSignal
): Promise<() => Promise<void>> {
	const log = createLog();
	const app = createApp({ config: readConfig(process.env), connection, log });
	const running = await startJobs({ connection, jobs: listJobs(app, connection), log, until });
	// Both come by schedule too: a database that goes away now costs a minute.
	for (const name of ['draft-plans', 'organiser-runs'] as const) {
		await running.ask(name).catch(() => log.warn('jobs.trouble'));
	}
	const wakeRuns = () => {
		organiserRuns
			.wake(app, connection)
			.catch((error: unknown) => log.error('organiser.run-failed', error));
	};
	const stopListening = onChange(() => {
		deliverAll(app).catch((error: unknown) => log.error('events.delivery-failed', error));
		wakeRuns();
	}, deliveryWaitMs);
	// A run that the last stop cut off is known to be lost only then.
	const lookAgain = setTimeout(wakeRuns, lostAfterMs + 1_000);
	return async () => {
		stopListening();
		clearTimeout(lookAgain);
		await organiserRuns.stop();
		await running.stop();
		await app.close();
	};
}
