import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seedDemoCommunity } from '../../fixtures/demo/seed/seed-demo.ts';
import { brokenInPlan } from '../../tools/lint/rules/plan.ts';
import { findSignedInPerson } from '#lib/server/modules/people/index.ts';
import { planOwnIdea } from '#lib/server/modules/plans/index.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import { listDemoEntries, type DemoEntry } from '#lib/server/platform/auth/index.ts';
import { countingStatements, noteStatement } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { openFileStore } from '#lib/server/platform/files/index.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { load as loadMap } from './(learner)/map/+page.server.ts';
import { load as loadPlan } from './(learner)/plan/+page.server.ts';
import { load as loadToday } from './(learner)/today/+page.server.ts';
import { load as loadStaffToday } from './(staff)/staff/+page.server.ts';
import { load as loadGrid } from './(staff)/staff/learners/+page.server.ts';
import { openPage, type Page } from './testing.ts';

/*
 * SQL rule 20: what hot pages send is narrowed by an index beyond the community, under the application's own role. The demo community is
 * small, so the planner is told that every table has ten thousand times its rows, and that reading a whole table is dear.
 */

/** Few rows in any community, however many learners it has and however long they stay: its places, its curriculum, its defaults. */
const bounded = new Set([
	'community',
	'site',
	'term',
	'adopted_framework',
	'strand',
	'adopted_outcome',
	'trained_model',
	'ladder_default'
]);

const pages: readonly (readonly [string, DemoEntry['shows'], Page])[] = [
	['Today of a young learner', 'learner-5-7', loadToday],
	['Today of a learner', 'learner-12-18', loadToday],
	['the map', 'learner-12-18', loadMap],
	['the plan', 'learner-12-18', loadPlan],
	['Today of a teacher', 'teacher', loadStaffToday],
	['the grid', 'teacher', loadGrid]
];

/** Ten thousand times the rows of each table, and as many more learners and things, not more of each learner. */
const asIfLarge = `
update pg_statistic s set stadistinct = -least(1, s.stadistinct / c.reltuples)
from pg_class c, pg_attribute a
where c.oid = s.starelid and a.attrelid = c.oid and a.attnum = s.staattnum and a.atttypid = 'uuid'::regtype
	and a.attname <> 'community_id' and c.relnamespace = 'public'::regnamespace and s.stadistinct > 0 and c.reltuples > 0;
update pg_class set reltuples = reltuples * 10000
where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace`;

const server = inject('database');
const files = join(tmpdir(), `locus-hot-pages-${process.pid}`);
let app: TestApp;
/** Connected as the application, which row-level security binds. */
let client: pg.Client;
let leaky: ReadonlySet<string>;

async function asAdmin<T extends pg.QueryResultRow>(sql: string): Promise<readonly T[]> {
	const admin = new pg.Client({ ...server.admin, database: app.owner.database });
	await admin.connect();
	try {
		return (await admin.query<T>(sql)).rows;
	} finally {
		await admin.end();
	}
}

async function actorOf(shows: DemoEntry['shows']): Promise<PersonActor> {
	const entries = await app.database.inLocal({ mode: 'read' }, listDemoEntries);
	const entry = entries.find((one) => one.shows === shows);
	const found =
		entry &&
		(await app.database.inCommunity(
			entry.communityId,
			{ mode: 'read', observe: noteStatement },
			(tx) => findSignedInPerson(tx, entry.communityId, entry.personId, app.clock.now())
		));
	if (!found) throw new Error(`nobody in the demo community shows ${shows}`);
	return found.actor;
}

/** What the demo has no row of, and a hot page reads. */
async function addWhatIsMissing(): Promise<void> {
	const learner = await actorOf('learner-12-18');
	for (let n = 0; n < 20; n++) {
		const idea = { learnerId: learner.personId, words: `Idea ${n}`, place: null };
		await app.change(learner, (scope) => planOwnIdea(scope, { ...idea, id: newUuid(scope.now) }));
	}
}

beforeAll(async () => {
	app = await createTestApp(server, {
		found: ({ database, clock }) => seedDemoCommunity(database, clock.now(), openFileStore(files))
	});
	await addWhatIsMissing();
	await asAdmin('analyze');
	await asAdmin(asIfLarge);
	const operators = await asAdmin<{ name: string }>(`select o.oprname as name
		from pg_operator o join pg_proc p on p.oid = o.oprcode
		where o.oprresult = 'boolean'::regtype group by 1 having not bool_or(p.proleakproof)`);
	leaky = new Set(operators.map(({ name }) => name));
	client = new pg.Client({ ...server.app, database: app.owner.database });
	await client.connect();
	// The demo community is loaded whole, and no test is about time.
}, 600_000);
afterAll(async () => {
	await client.end();
	await app.close();
	await rm(files, { recursive: true, force: true });
});

async function planOf(statement: string) {
	await client.query(`begin; set local enable_seqscan = off;
		set local locus.community = '${app.communityId}'`);
	const { rows } = await client.query(`explain (generic_plan, format json) ${statement}`);
	await client.query('rollback');
	return rows[0]['QUERY PLAN'][0].Plan;
}

/** Faults of each statement, with its beginning. */
async function faultsOf(statements: Iterable<string>): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const statement of statements) {
		const broken = brokenInPlan(await planOf(statement), { bounded, leaky });
		faults.push(...broken.map((fault) => `${fault} in: ${statement.trim().slice(0, 120)}`));
	}
	return faults;
}

test.each(pages)('%s', async (_, shows, page) => {
	const sent = await countingStatements(async ({ texts }) => {
		await openPage(app, page, await actorOf(shows));
		return new Set(texts);
	});
	expect(sent.size).toBeGreaterThan(2);
	expect(await faultsOf(sent)).toEqual([]);
});

test('a statement without an index, and an operator that leaks, are found', async () => {
	const at = 'community_id = $1';
	expect(
		await faultsOf([`select 1 from evidence_event where ${at} and seconds > $2`])
	).toHaveLength(1);
	expect(
		await faultsOf([`select 1 from goal where ${at} and learner_id = $2 and state like $3`])
	).toMatchObject([expect.stringContaining('~~ leaks')]);
	expect(await faultsOf([`select 1 from goal where ${at} and learner_id = $2`])).toEqual([]);
});
