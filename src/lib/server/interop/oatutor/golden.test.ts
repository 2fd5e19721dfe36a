import { describe, expect, test } from 'vitest';
import {
	acceptsOwnAnswer,
	loadMathEquivalence,
	parseItem
} from '#lib/server/modules/curriculum/items/index.ts';
import { createReport } from '../diagnostics/index.ts';
import { itemsImporter, writeItemBank } from '../items/index.ts';
import { importOptions } from '../testing/import-options.ts';
import { sharedFile, sharedFolder } from '../testing/shared-data.ts';
import { convertOatutor } from './index.ts';

const folder = sharedFolder('oatutor-items');

// Skipped where the shared data is absent: its licence keeps it out of the repository.
describe.skipIf(folder === null)('the OATutor pool, whole', async () => {
	if (folder === null) return;
	const name = 'problems.jsonl.gz';
	const report = createReport(name);
	const { items, count } = await convertOatutor(
		{ name, content: sharedFile(folder, name) },
		report
	);
	const kinds = Object.groupBy(items, ({ kind }) => kind);

	test('all that comes in is accounted for', () => {
		expect(count).toMatchObject({ problems: 7338, steps: 8819, templates: 6 });
		// 34,040 hints and scaffolds, and the 666 sub-hints inside scaffolds.
		expect(count.hints).toBe(34_040 + 666);
		const leftOut = Object.values(count.leftOut).reduce((sum, steps) => sum + steps, 0);
		expect(count.kept + leftOut).toBe(count.steps);
		expect(count.keptHints + count.emptyHints + count.leftOutHints).toBe(count.hints);
		expect(items).toHaveLength(count.kept);
	});

	test('what is left out, by reason', () => {
		expect(count.leftOut).toMatchInlineSnapshot(`
			{
			  "no-question": 0,
			  "one-choice": 2,
			  "repeated": 43,
			  "unreadable-answer": 4,
			  "unreadable-text": 72,
			}
		`);
		expect(count).toMatchObject({ kept: 8698 });
	});

	test('kinds', () => {
		const sizes = Object.entries(kinds).map(([kind, list]) => [kind, list.length] as const);
		expect(Object.fromEntries(sizes)).toMatchInlineSnapshot(`
			{
			  "choice": 3014,
			  "expression": 2501,
			  "number": 3098,
			  "short-text": 85,
			}
		`);
	});

	test('steps of one problem keep their order', () => {
		const places = items.filter(({ group }) => group?.id === items.find((i) => i.group)?.group?.id);
		expect(places.map(({ group }) => group?.position)).toEqual(places.map((_, n) => n + 1));
	});

	test('every item takes its own answer and comes back from its stored form', async () => {
		const maths = await loadMathEquivalence();
		for (const [n, line] of [...writeItemBank(items)].entries()) {
			const item = items[n];
			const parsed = parseItem(JSON.parse(line));
			if (!item || !parsed.ok) throw new Error(`line ${n + 1} does not come back`);
			if (n % 20 === 0) expect(parsed.item).toEqual(item);
			if (n % 20 === 0) expect(acceptsOwnAnswer(maths, parsed.item)).toBe(true);
		}
	});

	test('the bank it makes is a bank our own importer takes', async () => {
		const content = Buffer.from([...writeItemBank(items.slice(0, 500))].join(''));
		const file = { name: 'oatutor.jsonl', content };
		const outcome = await itemsImporter.parse({ name: file.name, files: [file] }, importOptions);
		expect(outcome).toMatchObject({ ok: true, summary: { items: 500 }, diagnostics: [] });
	});
});
