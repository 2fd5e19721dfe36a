import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from './platform/db/testing.ts';
import { undeclared } from './platform/privacy/index.ts';
import { privacyRegistry } from './privacy-registry.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

/**
 * `table.column` of every schema of ours; tables outside `public` carry their schema's name. The jobs' own tables are the
 * library's: what is put into them are names of jobs and ids.
 */
async function liveColumns(): Promise<readonly string[]> {
	const client = new pg.Client(app.owner);
	await client.connect();
	const { rows } = await client.query<{ name: string }>(`
select case table_schema when 'public' then '' else table_schema || '.' end
	|| table_name || '.' || column_name as name
from information_schema.columns
where table_schema not in ('pg_catalog', 'information_schema', 'jobs')
order by table_schema, table_name, ordinal_position`);
	await client.end();
	return rows.map(({ name }) => name);
}

test('TP1 every column declares why it is there, who sees it and when it ends', async () => {
	const { missing } = undeclared(await liveColumns(), privacyRegistry);
	expect(missing).toEqual([]);
});

test('TP1 nothing is declared that does not exist, and nothing twice', async () => {
	const { unknown } = undeclared(await liveColumns(), privacyRegistry);
	expect(unknown).toEqual([]);
	const all = privacyRegistry.flatMap(({ columns, impersonal }) => [
		...Object.keys(columns),
		...impersonal
	]);
	expect(all.filter((column, index) => all.indexOf(column) !== index)).toEqual([]);
});

test('TP1 every declaration is said in words', () => {
	const wordless = privacyRegistry.flatMap(({ columns }) =>
		Object.entries(columns)
			.filter(([, purpose]) => Object.values(purpose).some((words) => words.trim().length < 4))
			.map(([column]) => column)
	);
	expect(wordless).toEqual([]);
});
