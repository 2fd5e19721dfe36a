import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';

/** A row as it comes through JSON. */
export type InJson<Row> = {
	readonly [K in keyof Row]: Row[K] extends Date
		? string
		: Row[K] extends Date | null
			? string | null
			: Row[K];
};

/** A read of one module that can share a statement with reads of others: a page asks each of several modules for little. */
export interface Part<T> {
	readonly query: RawBuilder<unknown>;
	read(rows: readonly unknown[]): T;
}

export const partOf = <Row, T>(
	query: RawBuilder<Row>,
	read: (rows: readonly InJson<Row>[]) => T
): Part<T> => ({
	query,
	// SAFETY: these are the rows of that query, as JSON holds them.
	read: (rows) => read(rows as readonly InJson<Row>[])
});

type Parts = Readonly<Record<string, Part<unknown>>>;
type Answers<P extends Parts> = {
	readonly [K in keyof P]: P[K] extends Part<infer T> ? T : never;
};

/** Sends parts as one statement and reads each; their names are written by us. */
export async function readAtOnce<P extends Parts>(tx: Tx, parts: P): Promise<Answers<P>> {
	const columns = Object.entries(parts).map(
		([name, { query }]) =>
			sql`coalesce((select json_agg(to_json(x)) from (${query}) x), '[]') as ${sql.id(name)}`
	);
	const { rows } = await sql<Readonly<Record<string, readonly unknown[]>>>`
select ${sql.join(columns, sql`, `)}`.execute(tx);
	const read = Object.entries(parts).map(([name, part]) => [
		name,
		part.read(rows[0]?.[name] ?? [])
	]);
	// SAFETY: each name has what its own part made.
	return Object.fromEntries(read) as Answers<P>;
}
