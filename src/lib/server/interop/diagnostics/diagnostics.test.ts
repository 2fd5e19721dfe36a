import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { diagnosticCodes } from './codes.ts';
import { describeDiagnostic, downloadHeader, messageKey } from './describe.ts';
import { diagnostic, type Diagnostic } from './diagnostic.ts';
import { csvCell, diagnosticsAsCsv } from './download.ts';
import { createReport } from './report.ts';
import { summariseDiagnostics } from './summarise.ts';

const codes: readonly string[] = diagnosticCodes;
const folder = join(import.meta.dirname, '..');
const sources = globSync('**/*.ts', { cwd: folder })
	.filter((name) => !name.endsWith('test.ts') && !name.endsWith('codes.ts'))
	.map((name) => readFileSync(join(folder, name), 'utf8'));
const testSources = globSync('**/*.test.ts', { cwd: folder })
	.filter((name) => !name.endsWith('diagnostics.test.ts'))
	.map((name) => readFileSync(join(folder, name), 'utf8'));

describe('codes', () => {
	test.each(codes)('%s is raised somewhere', (code) => {
		expect(sources.some((source) => source.includes(`'${code}'`))).toBe(true);
	});

	// Item and lesson banks are held to their own tests; these are the codes of rosters and frameworks.
	const strict = codes.filter((code) => /\.(?:text|csv|zip|value|roster|case|file)\./u.test(code));
	test.each(strict)('%s is expected by a test', (code) => {
		expect(testSources.some((source) => source.includes(`'${code}'`))).toBe(true);
	});
});

describe('words', () => {
	const messages = (locale: string): Readonly<Record<string, string>> =>
		JSON.parse(readFileSync(join(folder, `../../../../messages/${locale}/import.json`), 'utf8'));

	test('both languages say the same things, and each in its own words', () => {
		const [en, mi] = [messages('en'), messages('mi')];
		expect(Object.keys(mi)).toEqual(Object.keys(en));
		for (const [key, text] of Object.entries(en)) {
			expect(mi[key], key).not.toBe(text);
			expect(mi[key]?.match(/\{\w+\}/gu)?.toSorted()).toEqual(text.match(/\{\w+\}/gu)?.toSorted());
		}
	});

	test('English sentences have at most 20 words', () => {
		for (const [key, text] of Object.entries(messages('en'))) {
			for (const sentence of text.split(/[.;?!]\s/u)) {
				expect(sentence.split(/\s+/u).length, `${key}: ${sentence}`).toBeLessThanOrEqual(20);
			}
		}
	});

	test('every code and expectation is said', () => {
		const cycle = { kind: 'no-cycle', path: ['A', 'B', 'A'] } as const;
		const one = diagnostic('import.case.order-cycle', { file: 'a.json', row: 3 }, cycle);
		expect(describeDiagnostic(one, 'en')).toEqual({
			problem: 'These items each come before the next, in a circle.',
			expected: 'No circle. This one runs: A → B → A.'
		});
		expect(describeDiagnostic(one, 'mi').expected).toContain('A → B → A');
		for (const code of diagnosticCodes) {
			const bare = diagnostic(code, { file: 'a.csv' });
			const [en, mi] = [describeDiagnostic(bare, 'en'), describeDiagnostic(bare, 'mi')];
			expect(en.problem, code).not.toBe(mi.problem);
			expect(en.problem.length, code).toBeGreaterThan(10);
		}
		expect(messageKey('import.csv.ragged-row')).toBe('import_csv_ragged_row');
	});
});

const at = (row: number, file = 'users.csv') => ({ file, row, field: 'role' });

describe('a summary', () => {
	const list = [
		...Array.from({ length: 3 }, (_, row) => diagnostic('import.roster.one-name', at(row))),
		...Array.from({ length: 5_000 }, (_, row) => diagnostic('import.roster.dangling', at(row))),
		diagnostic('import.roster.dangling', at(9, 'orgs.csv')),
		diagnostic('import.value.missing', at(1))
	];
	const summary = summariseDiagnostics(list, 2);

	test('counts all, errors first, then by number', () => {
		expect([summary.errors, summary.warnings]).toEqual([5_002, 3]);
		expect(summary.groups.map(({ code, total }) => [code, total])).toEqual([
			['import.roster.dangling', 5_001],
			['import.value.missing', 1],
			['import.roster.one-name', 3]
		]);
	});

	test('shows the first of each and the count by file', () => {
		const [dangling] = summary.groups;
		expect(dangling?.first.map(({ row }) => row)).toEqual([0, 1]);
		expect(dangling?.files).toEqual([
			{ file: 'users.csv', total: 5_000 },
			{ file: 'orgs.csv', total: 1 }
		]);
	});

	test('of nothing is nothing', () => {
		expect(summariseDiagnostics([])).toEqual({ errors: 0, warnings: 0, groups: [] });
	});
});

test('a report keeps so many and says when there were more', () => {
	const report = createReport('roster.zip', 2);
	report.add('import.roster.one-name', at(1));
	report.add('import.roster.one-name', at(2));
	expect(report.hasErrors()).toBe(false);
	report.add('import.value.missing', at(3));
	expect(report.hasErrors()).toBe(true);
	expect(report.list().map(({ code }) => code)).toEqual([
		'import.roster.one-name',
		'import.roster.one-name',
		'import.too-many-problems'
	]);
});

describe('a download', () => {
	const csvOf = (list: readonly Diagnostic[]) =>
		[
			...diagnosticsAsCsv(list, downloadHeader('en'), (each) => describeDiagnostic(each, 'en'))
		].join('');

	test('reads back cell by cell', () => {
		const text = csvOf([diagnostic('import.value.not-a-date', at(7), { kind: 'date' })]);
		const rows: unknown = parse(text, { bom: true });
		expect(rows).toEqual([
			['Severity', 'File', 'Row', 'Field', 'Code', 'What is wrong', 'What was expected'],
			[
				'error',
				'users.csv',
				'7',
				'role',
				'import.value.not-a-date',
				'This is not a date in the agreed form.',
				'A day that exists, written as year-month-day, like 2026-02-03.'
			]
		]);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|x', '%x'])(
		'%j is no formula in it',
		(name) => {
			const [, row] = parse(csvOf([diagnostic('import.file.missing', { file: name })]), {
				bom: true
			});
			expect(String(row?.[1])).toBe(`'${name}`);
		}
	);

	test('marks and line breaks stay inside their cell', () => {
		expect(csvCell('a"b\r\nc')).toBe('"a""b\r\nc"');
	});
});
