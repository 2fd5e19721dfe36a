/** Codes of the network and of PostgreSQL that mean: nobody answers there just now. */
const awayCodes = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOENT',
	'EPIPE',
	'ETIMEDOUT',
	// admin shutdown, crash shutdown, cannot connect now, connection failures
	'57P01',
	'57P02',
	'57P03',
	'08000',
	'08001',
	'08003',
	'08006'
]);

/** Whether an error means that the database server is away (restarting, stopped), not that a statement was wrong. */
export function isServerAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? error.code : null;
	if (typeof code === 'string') return awayCodes.has(code);
	// The driver has words only for a connection that ends under a statement.
	return error.message.startsWith('Connection terminated');
}
