import { readdirSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { sharedFile, sharedFolder } from '../testing/shared-data.ts';
import { importOptions } from '../testing/import-options.ts';
import { prepareImport, type ImportKind } from './prepare-import.ts';

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
	owner = new pg.Client(app.owner);
	await owner.connect();
});
afterAll(async () => {
	await owner.end();
	await app.close();
});

/** Files of the shared data, read in place; the tests skip where it is absent. */
const filesOf = (folder: string, names: readonly string[]) =>
	names.map((name) => ({ name, content: sharedFile(folder, name) }));

async function bringIn(kind: ImportKind, files: ReturnType<typeof filesOf>) {
	const input = { name: files[0]?.name ?? 'files', files };
	const read = await prepareImport(kind, input, importOptions);
	if (!read.ok) throw new Error('the shared data is sound');
	const settings = {
		importId: newUuid(new Date()),
		timeZone: 'Pacific/Auckland',
		locale: 'en',
		told: async () => undefined
	};
	const actor = { kind: 'system', communityId: app.communityId, reason: 'a test' } as const;
	const result = await app.change(actor, (scope) => read.prepared.apply(scope, settings));
	return { summary: read.summary, result };
}

/** Behind row-level security, as a superuser would count. */
async function count(sql: string): Promise<number> {
	await owner.query(`set locus.community = '${app.communityId}'`);
	const { rows } = await owner.query(`select count(*)::integer as n from ${sql}`);
	return rows[0].n;
}

const roster = sharedFolder('oneroster-sample/v1p1-bulk');
describe.skipIf(roster === null)('the OneRoster sample, whole', () => {
	const files = roster === null ? [] : filesOf(roster, readdirSync(roster));

	test('everybody and everything is in the tables, exactly', async () => {
		const { result } = await bringIn('oneroster', files);
		expect(result).toMatchObject({ ok: true, value: { added: 721, known: 0 } });
		const role = (name: string) =>
			count(`(select distinct person_id from membership where role = '${name}') each`);
		expect({
			organisations:
				(await count('site where source_id is not null')) +
				(await count('community where source_id is not null')),
			terms: await count('term'),
			classes: await count('learner_group'),
			learners: await role('learner'),
			family: await role('family'),
			teachers: await role('teacher'),
			support: await role('support'),
			administrators: await role('administrator'),
			enrolments: await count('group_member'),
			accountsWithPassword: await count('auth.account where password is not null')
		}).toEqual({
			organisations: 4,
			terms: 5,
			classes: 132,
			learners: 283,
			family: 390,
			teachers: 36,
			support: 9,
			administrators: 3,
			enrolments: 1842,
			accountsWithPassword: 0
		});
	});

	test('who is family, who teaches and who supports stands in relationships', async () => {
		const { summary } = await bringIn('oneroster', files);
		expect(await count(`relationship where kind = 'family-of'`)).toBe(summary['relationships']);
		expect(
			await count(`(select distinct r.learner_id from relationship r
				join group_member m on m.group_id = r.group_id and m.person_id = r.learner_id
				where r.kind = 'teaches') each`)
		).toBe(283);
		expect(await count(`relationship where kind = 'supports'`)).toBeGreaterThan(0);
	});

	test('coming again doubles nothing', async () => {
		const tables = ['person', 'membership', 'group_member', 'relationship', 'contact', 'auth.user'];
		const countAll = async () => {
			const counts: number[] = [];
			for (const table of tables) counts.push(await count(table));
			return counts;
		};
		const before = await countAll();
		const { result } = await bringIn('oneroster', files);
		expect(result).toMatchObject({ ok: true, value: { added: 0, known: 721 } });
		expect(await countAll()).toEqual(before);
	});
});

const ccss = sharedFolder('ccss-math-coherence');
test.skipIf(ccss === null)(
	'CCSS mathematics: items, order and relations, and once only',
	async () => {
		const files = ccss === null ? [] : filesOf(ccss, ['cfpackage.json']);
		const { result } = await bringIn('case', files);
		expect(result).toMatchObject({ ok: true, value: { added: 685, known: 0 } });
		const framework = `f join adopted_framework a on a.framework_id = f.framework_id
		where a.title like 'Common Core%'`;
		expect(await count(`adopted_outcome ${framework}`)).toBe(685);
		expect(await count(`adopted_outcome ${framework} and f.kind = 'outcome'`)).toBe(480);
		expect(await count(`strand ${framework}`)).toBe(63);
		expect(await count(`adopted_association where kind = 'precedes'`)).toBe(757);
		expect(await count(`adopted_association where kind = 'is-related-to'`)).toBe(142);
		const again = await bringIn('case', files);
		expect(again.result).toMatchObject({ ok: true, value: { added: 0, known: 685 } });
	}
);

const oak = sharedFolder('oak-england');
describe.skipIf(oak === null)('Oak', () => {
	const files = (name: string) => (oak === null ? [] : filesOf(oak, [name]));

	test('the national curriculum', async () => {
		const { result } = await bringIn('case', files('national-curriculum.cfpackage.json'));
		expect(result).toMatchObject({ ok: true, value: { added: 2598 } });
		const mine = `join adopted_framework a on a.framework_id = s.framework_id
			where a.title like 'National Curriculum%'`;
		expect(await count(`(select distinct s.name from strand s ${mine}) each`)).toBe(
			await count(`strand s ${mine}`)
		);
	});

	test('the lessons, and suggestions for their topics', async () => {
		const { result } = await bringIn('oak-lessons', files('lessons.jsonl.gz'));
		expect(result).toMatchObject({ ok: true, value: { added: 12_517, known: 0 } });
		expect(await count(`opportunity where source = 'oak'`)).toBe(12_517);
		expect(await count(`content_tag where source = 'oak'`)).toBe(1530);
		expect(await count('tag_suggestion')).toBeGreaterThan(5000);
	});
});

const oatutor = sharedFolder('oatutor-items');
test.skipIf(oatutor === null)('the OATutor pool', { timeout: 120_000 }, async () => {
	const files = oatutor === null ? [] : filesOf(oatutor, ['problems.jsonl.gz']);
	const { result, summary } = await bringIn('oatutor', files);
	expect(result).toMatchObject({ ok: true, value: { added: 8698, known: 0 } });
	expect(summary).toMatchObject({ items: 8698, items_left_out: 121 });
	expect(await count(`item where bank = 'oatutor'`)).toBe(8698);
});
