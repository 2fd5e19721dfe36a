import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, Role } from '#lib/server/platform/access/index.ts';
import {
	createTestApp,
	foundTestCommunity,
	type TestApp
} from '#lib/server/platform/db/testing.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { csvOf, validRoster, withCell } from '../testing/roster-fixture.ts';
import { writeZip } from '../testing/zip-writer.ts';
import { applyImport, cancelImport, startImport } from './commands.ts';
import { saveImportFiles } from './import-files.ts';
import { createImportRunner } from './import-runner.ts';
import type { ImportId } from './import-run.ts';
import { moveRun } from './import-run.store.ts';
import { getImport, listImportDiagnostics, listImports } from './queries.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const someone = (role: Role, communityId = app.communityId): Actor => ({
	kind: 'person',
	communityId,
	personId: newUuid(new Date(0)),
	memberships: [{ role, siteId: null }],
	relations: [],
	band: null
});

const zipOf = (roster: typeof validRoster) =>
	writeZip(Object.entries(roster).map(([name, table]) => ({ name, content: csvOf(table) })));

async function upload(content: Uint8Array, actor = someone('administrator')) {
	const importId = newUuid<ImportId>(new Date());
	const file = {
		name: 'roster.zip',
		content: (async function* () {
			yield content;
		})()
	};
	const fileDigest = await saveImportFiles(app.config.dataFolder, importId, [file]);
	const run = { importId, kind: 'oneroster', fileName: 'roster.zip', fileDigest } as const;
	const started = await app.change(actor, (scope) => startImport(scope, run));
	const job = { actor, importId, kind: run.kind, timeZone: 'Pacific/Auckland', locale: 'en' };
	return { importId, job, started, actor };
}

const view = (importId: ImportId, actor = someone('administrator')) =>
	app.read(actor, (scope) => getImport(scope, importId));
const people = () =>
	app.read(someone('administrator'), async ({ tx, communityId }) => {
		const db = tx.$extendTables<{ person: { community_id: string; person_id: string } }>();
		const rows = await db
			.selectFrom('person')
			.select('person_id')
			.where('community_id', '=', communityId)
			.execute();
		return rows.length;
	});
const filesStay = (importId: ImportId) =>
	existsSync(join(app.config.dataFolder, 'imports', importId));

test('a file with faults is refused: every fault told, nothing came in, the file is gone', async () => {
	const runner = createImportRunner(app);
	const broken = withCell(validRoster, 'users.csv', 4, 'role', 'gardener');
	const { importId, job } = await upload(zipOf(broken));
	await runner.check(job);
	expect(await view(importId)).toMatchObject({
		state: 'refused',
		problems: { errors: 1, groups: [{ code: 'import.value.not-listed', total: 1 }] }
	});
	const all = await app.read(job.actor, (scope) => listImportDiagnostics(scope, importId));
	expect(all).toMatchObject([{ file: 'users.csv', row: 4, field: 'role' }]);
	expect(await people()).toBe(0);
	expect(filesStay(importId)).toBe(false);
	const late = await app.change(job.actor, (scope) => applyImport(scope, { importId }));
	expect(late).toMatchObject({ error: { code: 'import.too-late' } });
});

test('what is no archive at all is refused in plain words', async () => {
	const { importId, job } = await upload(Buffer.from('hello'));
	await createImportRunner(app).check(job);
	const run = await view(importId);
	expect(run).toMatchObject({ state: 'refused' });
	expect(run?.problems?.groups[0]?.code).toBe('import.zip.not-a-zip');
});

test('cancelled while it is applied, nothing of it stays', async () => {
	const { importId, job } = await upload(zipOf(validRoster));
	const runner = createImportRunner(app);
	await runner.check(job);
	await app.change(job.actor, (scope) => applyImport(scope, { importId }));
	const cancelled = await app.change(job.actor, (scope) => cancelImport(scope, { importId }));
	expect(cancelled.ok).toBe(true);
	await runner.apply(job);
	expect(await view(importId)).toMatchObject({ state: 'cancelled' });
	expect(await people()).toBe(0);
	expect(filesStay(importId)).toBe(false);
});

test('a process that ended leaves nothing, and the run says so', async () => {
	const { importId, job } = await upload(zipOf(validRoster));
	await createImportRunner(app).check(job);
	await app.change(job.actor, (scope) => applyImport(scope, { importId }));
	// Nobody goes on with it; the page looks again later.
	const later = { ...app.clock, now: () => new Date(app.clock.now().getTime() + 120_000) };
	const seen = await app.read(job.actor, (scope) =>
		getImport({ ...scope, now: later.now() }, importId)
	);
	expect(seen).toMatchObject({ state: 'failed', failure: 'import.interrupted' });
	expect(await people()).toBe(0);
});

test('checked, seen, applied; another runner reads the file again; the same file is known later', async () => {
	const { importId, job } = await upload(zipOf(validRoster));
	await createImportRunner(app).check(job);
	expect(await view(importId)).toMatchObject({ state: 'ready', known: 0, sameFileAt: null });
	expect(await people()).toBe(0);
	await app.change(job.actor, (scope) => applyImport(scope, { importId }));
	await createImportRunner(app).apply(job);
	const applied = await view(importId);
	expect(applied).toMatchObject({ state: 'applied', known: 0 });
	expect(await people()).toBe(applied?.added);
	expect(filesStay(importId)).toBe(false);

	const again = await upload(zipOf(validRoster));
	const runner = createImportRunner(app);
	await runner.check(again.job);
	const second = await view(again.importId);
	expect(second).toMatchObject({ state: 'ready', known: applied?.added });
	expect(second?.sameFileAt).toBeInstanceOf(Date);
	await app.change(job.actor, (scope) => applyImport(scope, { importId: again.importId }));
	await runner.apply(again.job);
	expect(await view(again.importId)).toMatchObject({ state: 'applied', added: 0 });
	expect(await people()).toBe(applied?.added);
});

test.each(['learner', 'family', 'teacher', 'leader', 'mentor', 'support', 'council'] as const)(
	'a %s may neither bring in, apply, cancel nor see imports',
	async (role) => {
		const { importId } = await upload(zipOf(validRoster));
		const actor = someone(role);
		const refused = { ok: false, error: { code: 'import.not-found' } };
		expect((await upload(zipOf(validRoster), actor)).started).toEqual(refused);
		for (const command of [applyImport, cancelImport])
			expect(await app.change(actor, (scope) => command(scope, { importId }))).toEqual(refused);
		expect(await view(importId, actor)).toBeUndefined();
		expect(await app.read(actor, listImports)).toBeUndefined();
	}
);

test('an administrator of another community finds nothing', async () => {
	const { importId } = await upload(zipOf(validRoster));
	const other = someone('administrator', await foundTestCommunity(app));
	expect(await view(importId, other)).toBeUndefined();
	const moved = await app.change(other, async (scope) => ({
		ok: true as const,
		value: await moveRun(scope, importId, 'cancelled')
	}));
	expect(moved).toEqual({ ok: true, value: false });
});
