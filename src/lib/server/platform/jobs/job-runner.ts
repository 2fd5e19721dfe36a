import { setTimeout as delay } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import pg from 'pg';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import { isServerAway } from '../db/server-away.ts';
import type { Log } from '../log/index.ts';

/** Something to be done on a schedule; doing it twice, or late, does no harm. */
export interface Job {
	readonly name: string;
	/** When, as a cron expression of five fields in UTC. */
	readonly schedule: string;
	run(): Promise<void>;
}

export interface RunningJobs {
	/** Asks for a job now; several askings while it waits are one. */
	ask(name: string): Promise<void>;
	/** Lets the work in hand end, at most `graceMs`. */
	stop(): Promise<void>;
}

const schema = 'jobs';
const graceMs = 3_000;
const secondsBetweenLooks = 2;
const pauseWhileAwayMs = 1_000;
/** From here on a job is worth a line in the log; one that runs every minute is not. */
const longJobMs = 2_000;

/** Makes the library's own schema up to date as the owner, and opens it to the application's role. */
export async function prepareJobs(owner: ClientConfig, names: readonly string[]): Promise<void> {
	const boss = new PgBoss({
		...addressOf(owner),
		schema,
		supervise: false,
		schedule: false,
		max: 1
	});
	boss.on('error', () => undefined);
	await boss.start();
	for (const name of names) await boss.createQueue(name, { policy: 'short', retryLimit: 0 });
	await boss.stop({ graceful: false });
	await open(owner);
}

async function open(owner: ClientConfig): Promise<void> {
	const client = new pg.Client(owner);
	await client.connect();
	try {
		await client.query(`grant usage on schema ${schema} to locus_app;
grant select, insert, update, delete on all tables in schema ${schema} to locus_app;
grant usage, select on all sequences in schema ${schema} to locus_app;
grant execute on all functions in schema ${schema} to locus_app`);
	} finally {
		await client.end();
	}
}

export interface StartJobs {
	readonly connection: ClientConfig;
	readonly jobs: readonly Job[];
	readonly log: Log;
	/** Ends the waiting for a server that is away. */
	readonly until: AbortSignal;
}

/**
 * Starts working through the jobs, as the application's role; a job that fails is logged and comes again by schedule.
 * A database that goes away just then comes back by its keeper, so it is waited for. Throws the reason of `until`.
 */
export async function startJobs(start: StartJobs): Promise<RunningJobs> {
	for (;;) {
		try {
			return await begin(start);
		} catch (error) {
			if (!isServerAway(error)) throw error;
			start.log.warn('jobs.database-away');
			await delay(pauseWhileAwayMs, undefined, { signal: start.until }).catch(() =>
				start.until.throwIfAborted()
			);
		}
	}
}

async function begin({ connection, jobs, log }: StartJobs): Promise<RunningJobs> {
	const boss = new PgBoss({
		...addressOf(connection),
		schema,
		migrate: false,
		createSchema: false,
		reindex: false,
		max: 2
	});
	boss.on('error', (error) => log.warn('jobs.trouble', { name: error.name }));
	try {
		await boss.start();
		for (const job of jobs) {
			await boss.work(job.name, { pollingIntervalSeconds: secondsBetweenLooks }, () =>
				run(job, log)
			);
			await boss.schedule(job.name, job.schedule, null, { tz: 'UTC' });
		}
	} catch (error) {
		await boss.stop({ graceful: false });
		throw error;
	}
	return {
		ask: async (name) => void (await boss.send(name)),
		stop: () => boss.stop({ graceful: true, timeout: graceMs })
	};
}

async function run(job: Job, log: Log): Promise<void> {
	const started = performance.now();
	try {
		await job.run();
		const ms = Math.round(performance.now() - started);
		if (ms >= longJobMs) log.info('job.long', { job: job.name, ms });
	} catch (error) {
		log.error('job.failed', error, { job: job.name });
		throw error;
	}
}

/** The part of an address the library understands; it opens connections of its own. */
function addressOf({
	host,
	port,
	user,
	password,
	database,
	ssl
}: ClientConfig): ConstructorOptions {
	return {
		...(host !== undefined && { host }),
		...(port !== undefined && { port }),
		...(user !== undefined && { user }),
		...(typeof password === 'string' && { password }),
		...(database !== undefined && { database }),
		...(ssl !== undefined && { ssl })
	};
}
