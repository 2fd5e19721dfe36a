// Every statement that a database test makes the application send is held against the rules of SQL.
import { parse } from 'libpg-query';
import { afterAll, expect } from 'vitest';
import { migrations } from '../../src/lib/server/migrations.ts';
import { recordStatements } from '../../src/lib/server/platform/db/statements.ts';
import { brokenRules, tenantTablesIn } from '../lint/rules/sql.ts';

const tenant = tenantTablesIn(migrations.map(({ sql }) => sql));
const seen = new Set<string>();
recordStatements((sql) => seen.add(sql));

/** Batches differ in their number of rows alone: one row of each is enough to judge them. */
const oneRow = (sql: string) => sql.replace(/(values \([^()]*\))(?:, \([^()]*\))+/g, '$1');

/** This one asks without the filter on purpose: to see that row-level security holds by itself. */
const asksWithoutFilter = /\/platform\/db\/isolation\.db\.test\.ts$/;

afterAll(async () => {
	if (asksWithoutFilter.test(expect.getState().testPath ?? '')) return;
	const broken = [];
	for (const sql of new Set([...seen].map(oneRow))) {
		const rules = brokenRules(await parse(sql), tenant);
		if (rules.length > 0) broken.push({ rules, sql: sql.slice(0, 600) });
	}
	expect(broken).toEqual([]);
});
