import { Client, type ClientConfig } from 'pg';
import type { Credentials } from './credentials.ts';
import { DatabaseRefusal } from './database-refusal.ts';
import { APP_ROLE, OWNER_ROLE, ensureRole, withClient } from './roles.ts';

/** The oldest server whose SQL ours is written for. */
const OLDEST_VERSION = 15_00_00;

/** A server of the school's own, as given by its addresses. */
export type ExternalOptions = {
	/** `DATABASE_URL`: may lead through a pooler. */
	readonly url: string;
	/** `LOCUS_DATABASE_DIRECT_URL`: past the pooler, for migrations, jobs and LISTEN. */
	readonly directUrl: string | undefined;
	readonly credentials: Credentials;
};

export type ExternalServer = {
	readonly owner: ClientConfig;
	readonly app: ClientConfig;
	/** The app role past any pooler. */
	readonly direct: ClientConfig;
	/** The given user, where it is an administrator of the server. */
	readonly admin?: ClientConfig;
	readonly version: string;
	/** What the server's rights do not allow, in plain sentences. */
	readonly lacking: readonly string[];
};

/**
 * Uses a server of the school's own. Where the given user may make roles, Locus makes its two and
 * connects as them; where not, it uses the given user and says what that costs.
 */
export async function useExternal(options: ExternalOptions): Promise<ExternalServer> {
	const given = addressOf(options.directUrl ?? options.url);
	const pooled = addressOf(options.url);
	const { version, isAdmin, refusals } = await reach(given, (client) =>
		prepare(client, options.credentials)
	);
	const as = (role: string, password: string, at: ClientConfig) => ({
		...at,
		user: role,
		password
	});
	const owner = as(OWNER_ROLE, options.credentials.owner, given);
	const direct = as(APP_ROLE, options.credentials.app, given);
	const ownerWorks = refusals.length === 0 && (await opens(owner));
	const appWorks = refusals.length === 0 && (await opens(direct));
	return {
		owner: ownerWorks ? owner : given,
		app: appWorks ? as(APP_ROLE, options.credentials.app, pooled) : pooled,
		direct: appWorks ? direct : given,
		...(isAdmin ? { admin: given } : {}),
		version,
		lacking: ownerWorks && appWorks ? [] : [...refusals, sharedUserSentence(given.user)]
	};
}

/** An address as parts, so that another role can be put in. */
function addressOf(url: string): ClientConfig & { readonly user: string } {
	let client: Client;
	try {
		client = new Client({ connectionString: url });
	} catch {
		throw new DatabaseRefusal(
			'database.no-connection',
			'DATABASE_URL is not an address of a PostgreSQL server. It looks like postgres://user:password@host:5432/database.'
		);
	}
	const { host, port, database, user, password, ssl } = client;
	return {
		host,
		port,
		user: user ?? '',
		ssl,
		...(database === undefined ? {} : { database }),
		...(typeof password === 'string' ? { password } : {})
	};
}

type Prepared = {
	readonly version: string;
	readonly isAdmin: boolean;
	readonly refusals: readonly string[];
};

async function prepare(client: Client, credentials: Credentials): Promise<Prepared> {
	const { version, isAdmin } = await checkVersion(client);
	const refusals: string[] = [];
	for (const statement of roleStatements(client, credentials)) {
		try {
			await statement();
		} catch (cause) {
			refusals.push(cause instanceof Error ? `The server said: ${cause.message}.` : String(cause));
		}
	}
	return { version, isAdmin, refusals };
}

function roleStatements(client: Client, credentials: Credentials): (() => Promise<unknown>)[] {
	const database = client.escapeIdentifier(client.database ?? '');
	const run = (sql: string) => () => client.query(sql);
	return [
		() => ensureRole(client, OWNER_ROLE, credentials.owner),
		() => ensureRole(client, APP_ROLE, credentials.app),
		run(`grant connect, create on database ${database} to ${OWNER_ROLE}`),
		run(`grant usage, create on schema public to ${OWNER_ROLE}`),
		run(`grant connect on database ${database} to ${APP_ROLE}`)
	];
}

async function checkVersion(client: Client): Promise<{ version: string; isAdmin: boolean }> {
	const { rows } = await client.query<{ number: number; version: string; is_admin: boolean }>(
		`select current_setting('server_version_num')::int as number,
			current_setting('server_version') as version,
			(select rolsuper from pg_roles where rolname = current_user) as is_admin`
	);
	const { number = 0, version = '', is_admin: isAdmin = false } = rows[0] ?? {};
	if (number >= OLDEST_VERSION) return { version, isAdmin };
	throw new DatabaseRefusal(
		'database.too-old',
		`The PostgreSQL server of DATABASE_URL has version ${version}; Locus needs 15 or newer. Nothing was changed.`
	);
}

async function reach<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
	try {
		return await withClient(config, work);
	} catch (cause) {
		if (cause instanceof DatabaseRefusal) throw cause;
		throw new DatabaseRefusal(
			'database.no-connection',
			`The PostgreSQL server of DATABASE_URL does not answer as it should (${cause instanceof Error ? cause.message : String(cause)}). Check the address, the user and the network.`
		);
	}
}

async function opens(config: ClientConfig): Promise<boolean> {
	try {
		await withClient(config, (client) => client.query('select 1'));
		return true;
	} catch {
		return false;
	}
}

function sharedUserSentence(user: string): string {
	return `Locus uses the database user ${user} for everything, because it cannot use roles of its own there: the database no longer guards one community's rows from another's by itself. To mend it, let ${user} create the roles ${OWNER_ROLE} and ${APP_ROLE}, or remove roles of these names that have another password.`;
}
