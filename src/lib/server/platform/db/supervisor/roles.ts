import { Client, type ClientConfig } from 'pg';
import type { Credentials } from './credentials.ts';

/** Owns the schema and runs migrations; no superuser, makes no roles. */
export const OWNER_ROLE = 'locus_owner';
/** What the application connects as: owns nothing and is bound by row-level security. */
export const APP_ROLE = 'locus_app';
export const DATABASE_NAME = 'locus';

const LIMITS = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * Makes both roles and the database where they are missing. Grants on tables are left to
 * migrations: a table that forgets them is then unreachable, not open.
 */
export async function ensureRolesAndDatabase(
	admin: ClientConfig,
	credentials: Credentials
): Promise<void> {
	await withClient(admin, async (client) => {
		await ensureRole(client, OWNER_ROLE, credentials.owner);
		await ensureRole(client, APP_ROLE, credentials.app);
		await ensureDatabase(client, DATABASE_NAME);
	});
}

/** Makes a role of Locus unless it exists. */
export async function ensureRole(client: Client, role: string, password: string): Promise<void> {
	const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
	if (rowCount !== 0) return;
	const secret = client.escapeLiteral(password);
	await client.query(`create role ${client.escapeIdentifier(role)} ${LIMITS} password ${secret}`);
}

/** Makes an empty database that belongs to the owner role and that only the two roles may enter. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
	const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
	const database = client.escapeIdentifier(name);
	if (rowCount === 0) {
		await client.query(`create database ${database} owner ${OWNER_ROLE} template template0`);
	}
	await client.query(`revoke all on database ${database} from public`);
	await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
}

/** Runs work on one connection and closes it. */
export async function withClient<T>(
	config: ClientConfig,
	work: (client: Client) => Promise<T>
): Promise<T> {
	const client = new Client(config);
	client.on('error', () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
