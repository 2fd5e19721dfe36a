import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	sql,
	type CompiledQuery
} from 'kysely';
import { expect, test } from 'vitest';
import { compiledOnce } from './compiled-once.ts';
import type { Tx } from './database.ts';

const sent: CompiledQuery[] = [];

class Recording extends DummyDriver {
	override async acquireConnection() {
		return {
			executeQuery: async <R>(query: CompiledQuery) => {
				sent.push(query);
				return { rows: [] as R[] };
			},
			streamQuery: () => {
				throw new Error('nothing is streamed');
			}
		};
	}
}
// SAFETY: the brand has no content; nothing here needs a transaction.
const tx = new Kysely<object>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new Recording(),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler()
	}
}) as Tx;

test('a statement is built once, and filled in by every call', async () => {
	let built = 0;
	const find = compiledOnce((db, { id, ids, now }: { id: string; ids: string[]; now: Date }) => {
		built += 1;
		return db
			.$extendTables<{ thing: { id: string; at: Date; kind: string } }>()
			.selectFrom('thing')
			.select('id')
			.where('kind', '=', 'fixed')
			.where('at', '<=', now)
			.where((eb) => eb.or([eb('id', '=', id), eb('id', '=', sql<string>`any(${ids}::text[])`)]))
			.where('id', '<>', id);
	});
	const [first, second] = [new Date(1), new Date(2)];
	await find(tx, { id: 'a', ids: ['b', 'c'], now: first });
	await find(tx, { id: 'd', ids: [], now: second });
	expect(built).toBe(1);
	expect(new Set(sent.map((query) => query.sql)).size).toBe(1);
	expect(sent.map(({ parameters }) => parameters)).toEqual([
		['fixed', first, 'a', ['b', 'c'], 'a'],
		['fixed', second, 'd', [], 'd']
	]);
});
