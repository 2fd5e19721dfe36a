import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';

/** Called for every statement that reaches the server; for counting and recording. */
export type StatementObserver = (sql: string) => void;

const names = new Map<string, string>();
const mostNames = 2_000;
const mostParameters = 64;

/**
 * A stable name for a statement, so that the server keeps its plan (reads cost 0.37 to 0.52 of the unnamed form).
 * Batches have a text per size: they stay unnamed, or the server would hoard plans.
 */
function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
	const known = names.get(text);
	if (known) return known;
	if (parameters.length > mostParameters || names.size >= mostNames) return undefined;
	const name = `l${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
	names.set(text, name);
	return name;
}

/**
 * Stands in a statement whose plan does not depend on its values, where the server would make one each time all the same
 * (it takes a list for longer than ours are): `select ${onePlan} …`. Making a large plan takes longer than following it.
 */
export const onePlanText = '/* one plan */';
const withOnePlan = 'set local plan_cache_mode = force_generic_plan';
const asUsual = 'set local plan_cache_mode = auto';
const unheard = () => undefined;

/** What Kysely's PostgreSQL driver needs of a client. */
export interface NamedClient {
	query(text: string, parameters: readonly unknown[]): Promise<QueryResult>;
	release(): void;
}

export function namedClient(
	client: PoolClient,
	hasNames: boolean,
	observe: StatementObserver
): NamedClient {
	return {
		query(text, parameters) {
			observe(text);
			const name = hasNames ? nameOf(text, parameters) : undefined;
			const isPlannedOnce = name !== undefined && text.includes(onePlanText);
			// All three leave together, and the server takes them in order.
			if (isPlannedOnce) client.query(withOnePlan).catch(unheard);
			const answer = client.query({ ...(name && { name }), text, values: [...parameters] });
			if (isPlannedOnce) client.query(asUsual).catch(unheard);
			return answer;
		},
		// The transaction that owns the client releases it, not Kysely.
		release: () => undefined
	};
}
