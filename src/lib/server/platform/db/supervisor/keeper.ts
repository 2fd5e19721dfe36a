import { Client, type ClientConfig } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

/** An open session that marks one process as the keeper of the data folder. */
export type Keeper = {
	/** Settles when the session ends: by `release`, or because the server is gone. */
	readonly ended: Promise<void>;
	release(): Promise<void>;
};

/** Arbitrary, fixed: the number of the lock that the keeper of a server holds. */
const KEEPER_LOCK = 0x10c05;
const NAME = 'locus keeper';
const TRIES = 20;
const PAUSE_MS = 100;

/**
 * Makes this process the keeper, or tells which process is. The lock belongs to a database
 * session, so it ends with the process that took it, however that dies: no pid file can go stale.
 * A process killed a moment ago may still hold it, so it is tried for two seconds.
 */
export async function takeKeeper(
	config: ClientConfig
): Promise<Keeper | { readonly heldBy: string }> {
	const client = new Client({ ...config, application_name: `${NAME} ${process.pid}` });
	const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
	client.on('error', () => undefined);
	await client.connect();
	for (let attempt = 1; attempt <= TRIES; attempt += 1) {
		if (await tryLock(client)) return { ended, release: () => client.end() };
		await delay(PAUSE_MS);
	}
	const heldBy = await currentKeeper(client);
	await client.end();
	return { heldBy };
}

async function tryLock(client: Client): Promise<boolean> {
	const { rows } = await client.query<{ taken: boolean }>(
		'select pg_try_advisory_lock($1) as taken',
		[KEEPER_LOCK]
	);
	return rows[0]?.taken === true;
}

async function currentKeeper(client: Client): Promise<string> {
	const { rows } = await client.query<{ name: string }>(
		`select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
		where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
		[KEEPER_LOCK]
	);
	return rows[0]?.name.replace(NAME, 'process') ?? 'another process';
}
