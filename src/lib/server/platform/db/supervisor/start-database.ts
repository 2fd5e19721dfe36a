import { join, resolve } from 'node:path';
import type { ClientConfig } from 'pg';
import { readCredentials } from './credentials.ts';
import { startEmbedded } from './embedded-server.ts';
import { useExternal } from './external-server.ts';
import type { Durability } from './settings.ts';

export type StartDatabaseOptions = {
	/** `LOCUS_DATA`: the one folder that holds everything, `./.locus` unless set. */
	readonly dataFolder: string;
	/** `DATABASE_URL`: a PostgreSQL server >= 15 to use instead of the embedded one. */
	readonly url?: string | undefined;
	/** `LOCUS_DATABASE_DIRECT_URL`: the same server past a pooler. */
	readonly directUrl?: string | undefined;
	/** `LOCUS_DATABASE_USER`: started as root, the system user PostgreSQL runs as. */
	readonly databaseUser?: string | undefined;
	/** `throwaway` gives up safety for speed: for tests alone. Default `durable`. */
	readonly durability?: Durability;
	/** True to work beside a Locus that already runs on the folder (backup, seed). Default false. */
	readonly mayJoin?: boolean;
	/** Gets plain sentences about what is being done or waited for. */
	readonly say?: (sentence: string) => void;
};

/** A database that answers, and the ways to connect to it. */
export type RunningDatabase = {
	/** Role `locus_owner`: owns the schema; for migrations, backup and restore. Past any pooler. */
	readonly owner: ClientConfig;
	/** Role `locus_app`: owns nothing, bound by row-level security; for everything else. */
	readonly app: ClientConfig;
	/** The app role past any pooler: for jobs and LISTEN. */
	readonly direct: ClientConfig;
	/** The server's administrator: for backup and restore. Absent where the given user is none. */
	readonly admin?: ClientConfig;
	/** As the server says it, such as `18.4`. */
	readonly version: string;
	readonly isEmbedded: boolean;
	/** Stops the embedded server if this process keeps it: fast, everything written, no process left. */
	stop(): Promise<void>;
};

/**
 * Brings a database up: the embedded PostgreSQL of the data folder, or the server of `url`.
 * Throws {@link DatabaseRefusal}, whose message is a sentence for the person who started Locus.
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<RunningDatabase> {
	const say = options.say ?? (() => undefined);
	if (options.url !== undefined) return startExternal(options, options.url, say);
	const server = await startEmbedded({
		dataFolder: options.dataFolder,
		durability: options.durability ?? 'durable',
		mayJoin: options.mayJoin ?? false,
		databaseUser: options.databaseUser,
		say
	});
	return { ...server, direct: server.app, isEmbedded: true };
}

async function startExternal(
	{ dataFolder, directUrl }: StartDatabaseOptions,
	url: string,
	say: (sentence: string) => void
): Promise<RunningDatabase> {
	const credentials = readCredentials(
		join(resolve(dataFolder), 'keys/database-server.json'),
		false
	);
	const { lacking, ...server } = await useExternal({ url, directUrl, credentials });
	for (const sentence of lacking) say(sentence);
	return { ...server, isEmbedded: false, stop: async () => {} };
}
