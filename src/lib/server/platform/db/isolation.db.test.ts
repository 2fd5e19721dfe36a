import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newUuid, toId, type CommunityId } from '../ids.ts';
import { createTestApp, foundTestCommunity, type TestApp } from './testing.ts';

let app: TestApp;
let other: CommunityId;

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	other = await foundTestCommunity(app);
});
afterAll(() => app.close());

/** Every table outside the local schemas; the catalogue is the list, so a new table cannot be forgotten. */
async function tenantTables(): Promise<
	{ name: string; forced: boolean; keyStart: string | null }[]
> {
	const client = new pg.Client(app.owner);
	await client.connect();
	const { rows } = await client.query(`
select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
	(select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
	 where i.indrelid = c.oid and i.indisprimary) as "keyStart"
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'r' order by 1`);
	await client.end();
	return rows;
}

test('TS4 every domain table is under forced row-level security and keyed by its community', async () => {
	const tables = await tenantTables();
	expect(tables.length).toBeGreaterThan(10);
	for (const { name, forced, keyStart } of tables) {
		expect({ name, forced, keyStart }).toEqual({ name, forced: true, keyStart: 'community_id' });
	}
});

test('TS4 without the setting no domain table shows a row', async () => {
	const tables = await tenantTables();
	await app.database.inLocal({ mode: 'read' }, async () => undefined);
	const client = await app.database.pool.connect();
	for (const { name } of tables) {
		const { rows } = await client.query(`select count(*) as n from ${name}`);
		expect({ name, rows: rows[0].n }).toEqual({ name, rows: 0 });
	}
	client.release();
});

test('TS4 a row of another community can be neither read nor written', async () => {
	await app.changeAll(app.communityId, 'test', async ({ tx }) => {
		const db = tx.$extendTables<{ community: { community_id: CommunityId; name: string } }>();
		const seen = await db.selectFrom('community').select('community_id').execute();
		expect(seen).toEqual([{ community_id: app.communityId }]);
		const touched = await db
			.updateTable('community')
			.set({ name: 'taken over' })
			.where('community_id', '=', other)
			.executeTakeFirst();
		expect(Number(touched.numUpdatedRows)).toBe(0);
	});
});

test('TS4 inserting into another community is refused by the database', async () => {
	const insert = app.changeAll(app.communityId, 'test', ({ tx, newId, now }) =>
		tx
			.$extendTables<{
				decision: {
					community_id: string;
					decision_id: string;
					at: Date;
					action: string;
					object_type: string;
					object_id: string;
				};
			}>()
			.insertInto('decision')
			.values({
				community_id: other,
				decision_id: newId(),
				at: now,
				action: 'x',
				object_type: 'x',
				object_id: newId()
			})
			.execute()
	);
	await expect(insert).rejects.toMatchObject({ code: '42501' });
});

test('a community id that is no UUID never reaches SQL', async () => {
	// SAFETY: the test passes on purpose what the type forbids.
	const hostile = "x'; drop table person; --" as CommunityId;
	await expect(
		app.database.inCommunity(hostile, { mode: 'read' }, async () => 1)
	).rejects.toThrow();
	expect(() => toId(hostile)).toThrow(TypeError);
	expect(newUuid(new Date(0))).toMatch(/^00000000-0000-7/);
});

test('the setting of one transaction is gone in the next on the same connection', async () => {
	await app.database.inCommunity(app.communityId, { mode: 'read' }, async () => undefined);
	const rows = await app.database.inLocal({ mode: 'read' }, (tx) =>
		tx
			.$extendTables<{ community: { name: string } }>()
			.selectFrom('community')
			.select('name')
			.execute()
	);
	expect(rows).toEqual([]);
});

test('the decision log can be added to, never changed', async () => {
	const change = app.changeAll(app.communityId, 'test', ({ tx }) =>
		tx
			.$extendTables<{ decision: { action: string } }>()
			.updateTable('decision')
			.set({ action: 'y' })
			.execute()
	);
	await expect(change).rejects.toMatchObject({ code: '42501' });
});
