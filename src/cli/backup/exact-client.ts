import { Client, type ClientConfig } from 'pg';

/** Settings under which PostgreSQL's text forms are exact and the same on every server. */
const EXACT = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
	set extra_float_digits = 1; set bytea_output = 'hex'; set row_security = off;
	set statement_timeout = 0; set lock_timeout = 0`;

/**
 * Runs work on a connection that gives every value as PostgreSQL writes it and hides no row:
 * where row-level security would hide some, the server raises an error instead.
 */
export async function withExactClient<T>(
	config: ClientConfig,
	work: (client: Client) => Promise<T>
): Promise<T> {
	const client = new Client({ ...config, types: { getTypeParser: () => String } });
	client.on('error', () => undefined);
	await client.connect();
	try {
		await client.query(EXACT);
		return await work(client);
	} finally {
		await client.end();
	}
}
