import { expect, test } from 'vitest';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { caseFile, casePackage } from './testing/case-fixture.ts';
import { csvOf, filesOf, validRoster, withCell } from './testing/roster-fixture.ts';
import { writeZip } from './testing/zip-writer.ts';
import {
	describeKind,
	describeNoun,
	frameworkImporter,
	importers,
	rosterImporter,
	type ImportOptions
} from './index.ts';

const today = '2026-02-02';
if (!isSchoolDay(today)) throw new Error('a day');
const options: ImportOptions = { today };

const zipOf = (roster: typeof validRoster, folder = '') =>
	writeZip(
		Object.entries(roster).map(([name, table]) => ({ name: folder + name, content: csvOf(table) }))
	);
const zipped = (roster = validRoster, folder = '') => ({
	name: 'roster.zip',
	files: [{ name: 'roster.zip', content: zipOf(roster, folder) }]
});

test('each importer knows its own files by name or by their first bytes', () => {
	const zip = zipOf(validRoster).subarray(0, 64);
	const json = Buffer.from('\uFEFF  \n{"CFDocument"');
	const text = Buffer.from('hello');
	const chosen = (name: string, head: Uint8Array) =>
		importers.filter((each) => each.accepts(name, head)).map((each) => each.kind);
	expect(chosen('roster.ZIP', zip)).toEqual(['oneroster']);
	expect(chosen('download', zip)).toEqual(['oneroster']);
	expect(chosen('framework.json', json)).toEqual(['case']);
	expect(chosen('download', json)).toEqual(['case']);
	expect(chosen('our-items.jsonl', text)).toEqual(['items']);
	expect(chosen('problems.jsonl.gz', text)).toEqual(['oatutor']);
	expect(chosen('lessons.jsonl.gz', text)).toEqual(['oak-lessons']);
	expect(chosen('notes.txt', text)).toEqual([]);
	expect(chosen('', new Uint8Array())).toEqual([]);
});

test('a roster comes by archive, by archive with a folder, or by files: the same plan', async () => {
	const byFiles = await rosterImporter.parse(
		{ name: 'roster', files: filesOf(validRoster) },
		options
	);
	const byZip = await rosterImporter.parse(zipped(), options);
	const byFolder = await rosterImporter.parse(zipped(validRoster, 'export/'), options);
	expect(byFiles.ok).toBe(true);
	expect(byZip).toEqual(byFiles);
	expect(byFolder).toEqual(byFiles);
});

test('a roster with a fault gives no plan, and where the fault is', async () => {
	const broken = withCell(validRoster, 'users.csv', 4, 'role', 'gardener');
	const outcome = await rosterImporter.parse(zipped(broken), options);
	expect(outcome.plan).toBeNull();
	expect(outcome.diagnostics).toMatchObject([
		{ code: 'import.value.not-listed', file: 'users.csv', row: 4, field: 'role' }
	]);
});

test('progress is told file by file', async () => {
	const steps: string[] = [];
	const progress = ({ file, rows }: { file: string; rows: number }) =>
		void steps.push(`${file} ${rows}`);
	await rosterImporter.parse(zipped(), { ...options, progress });
	expect(steps).toEqual([
		'orgs.csv 3',
		'academicSessions.csv 3',
		'courses.csv 2',
		'classes.csv 2',
		'users.csv 7',
		'enrollments.csv 5',
		'demographics.csv 2'
	]);
});

test('a framework comes by one file; two, or none, are refused', async () => {
	const file = caseFile(casePackage());
	const one = await frameworkImporter.parse({ name: file.name, files: [file] }, options);
	expect(one).toMatchObject({ ok: true, summary: { outcomes: 3 }, diagnostics: [] });
	for (const files of [[], [file, file]]) {
		const outcome = await frameworkImporter.parse({ name: 'folder', files }, options);
		expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['import.file.not-recognised']);
	}
});

test('a file that is no archive, a folder of nothing', async () => {
	const parse = (files: readonly { name: string; content: Uint8Array }[]) =>
		rosterImporter.parse({ name: 'x', files }, options);
	const text = await parse([{ name: 'roster.zip', content: Buffer.from('hello') }]);
	expect(text.diagnostics.map(({ code }) => code)).toEqual(['import.zip.not-a-zip']);
	const nothing = await parse([]);
	expect(new Set(nothing.diagnostics.map(({ code }) => code))).toEqual(
		new Set(['import.file.missing'])
	);
});

test('kinds and nouns have words', () => {
	expect(importers.map((each) => describeKind(each.kind, 'en'))).toEqual([
		'People and classes (OneRoster 1.1)',
		'Curriculum (CASE 1.0)',
		'Questions (item bank)',
		'Questions (OATutor problems)',
		'Lessons (Oak National Academy)'
	]);
	expect(describeNoun('learners', 'mi')).toBe('Ngā ākonga');
});
