/*
 * Writes `<thing>.sql` beside every file of the server that makes SQL: what the database tests saw it send, read from
 * `reports/sql`. Tests that have not run take nothing away from a record. `--check` looks at the records alone, without a
 * database; `--check --seen`, after all database tests, compares them with what was seen.
 */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'libpg-query';
import { migrations } from '../../src/lib/server/migrations.ts';
import { recordOf, recordText, statementsIn } from '../lint/rules/recorded-sql.ts';
import { brokenRules, tenantTablesIn } from '../lint/rules/sql.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).toSorted();

interface Seen {
	readonly test: string;
	readonly statements: Readonly<Record<string, readonly string[]>>;
}

/** What each test that is still there saw when it last ran. */
function whatWasSeen(): readonly Seen[] {
	return files('reports/sql/*.json')
		.map((path): Seen => JSON.parse(read(path)))
		.filter(({ test }) => existsSync(join(root, test)));
}

/** File to statements, over all tests; a file that is gone makes none. */
function byFile(seen: readonly Seen[]): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, Set<string>>();
	for (const [file, statements] of seen.flatMap((each) => Object.entries(each.statements))) {
		if (!existsSync(join(root, file))) continue;
		const all = found.get(file) ?? new Set();
		for (const statement of statements) all.add(statement);
		found.set(file, all);
	}
	return found;
}

const records = files('src/lib/server/**/*.sql');
const sourceOf = (record: string): string | undefined =>
	['.store.ts', '.ts']
		.map((end) => record.replace(/\.sql$/, end))
		.find((file) => existsSync(join(root, file)));

/** What is wrong with the records by themselves. */
async function wrongInRecords(): Promise<readonly string[]> {
	const tenant = tenantTablesIn(migrations.map(({ sql }) => sql));
	const wrong: string[] = [];
	for (const record of records) {
		const source = sourceOf(record);
		const statements = statementsIn(read(record));
		if (!source) wrong.push(`${record}: the file that made it is gone`);
		else if (recordText(source, statements) !== read(record)) wrong.push(`${record}: was edited`);
		for (const statement of statements) {
			const broken = brokenRules(await parse(statement), tenant);
			wrong.push(...broken.map((rule) => `${record}: rule ${rule}: ${statement.slice(0, 200)}`));
		}
	}
	return wrong;
}

const notRun = (seen: readonly Seen[]): readonly string[] => {
	const ran = new Set(seen.map(({ test }) => test));
	return files('{src,fixtures}/**/*.db.test.ts').filter((test) => !ran.has(test));
};

/** Where records and what was seen differ. */
function differences(seen: readonly Seen[]): readonly string[] {
	const missing = notRun(seen).map((test) => `${test}: did not run`);
	const texts = new Map(
		[...byFile(seen)].map(([file, all]) => [recordOf(file), recordText(file, all)])
	);
	const changed = [...texts]
		.filter(([record, text]) => !records.includes(record) || read(record) !== text)
		.map(([record]) => `${record}: differs from what was sent`);
	const stale = records
		.filter((record) => !texts.has(record))
		.map((record) => `${record}: nothing of it was sent`);
	return [...missing, ...changed, ...stale];
}

function write(seen: readonly Seen[]): void {
	const isWhole = notRun(seen).length === 0;
	const found = byFile(seen);
	for (const record of records) {
		const source = sourceOf(record);
		if (!source || (isWhole && !found.has(source))) rmSync(join(root, record));
	}
	for (const [file, statements] of found) {
		const record = recordOf(file);
		const before = !isWhole && existsSync(join(root, record)) ? statementsIn(read(record)) : [];
		writeFileSync(join(root, record), recordText(file, [...before, ...statements]));
	}
	if (!isWhole) console.log(`not run, so nothing was taken away: ${notRun(seen).join(', ')}`);
}

if (process.argv.includes('--check')) {
	const wrong = process.argv.includes('--seen')
		? differences(whatWasSeen())
		: await wrongInRecords();
	for (const line of wrong) console.error(line);
	if (wrong.length > 0) {
		console.error('Recorded SQL: npm run test:db, then node tools/generate/recorded-sql.ts');
		process.exitCode = 1;
	}
} else write(whatWasSeen());
