/**
 * HTTP status by the reason at the end of a failure's code; the one table at the edge.
 * Forbidden and missing answer alike (TS3), so both are 404.
 */
const statusOfReason: Readonly<Record<string, number>> = {
	'not-found': 404,
	'not-allowed': 404,
	'too-many-tries': 429,
	'too-large': 413,
	conflict: 409,
	stale: 409
};

/** 422 is the answer to input that was read and understood, but cannot be taken. */
export function statusOf(code: string): number {
	const reason = code.slice(code.lastIndexOf('.') + 1);
	return statusOfReason[reason] ?? 422;
}
