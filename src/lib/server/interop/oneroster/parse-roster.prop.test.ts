import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { createReport } from '../diagnostics/index.ts';
import { csvOf, filesOf, validRoster, withCell } from '../testing/roster-fixture.ts';
import type { SourceFile } from '../text/index.ts';
import { parseRoster } from './parse-roster.ts';

const today = '2026-02-02';

async function parse(files: readonly SourceFile[]) {
	if (!isSchoolDay(today)) throw new Error('a day');
	const report = createReport('roster');
	const plan = await parseRoster(files, { today }, report);
	return { plan, diagnostics: report.list() };
}

/** A plan exactly when nothing is an error: never half, never silent. */
async function allOrNothing(files: readonly SourceFile[]) {
	const { plan, diagnostics } = await parse(files);
	const errors = diagnostics.filter((each) => each.severity === 'error');
	expect(plan === null).toBe(errors.length > 0);
	return plan;
}

const tables = Object.entries(validRoster);
const anyCell = fc.constantFrom(
	...tables.flatMap(([file, { columns, rows }]) =>
		rows.flatMap((_, at) => columns.map((column) => ({ file, column, row: at + 2 })))
	)
);
const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom('', ' ', '"', ',', '{', '\r\n', '=1+1', '__proto__', 'constructor', '-1', 'NaN'),
	fc.constantFrom('l1', 'g1', 's1', 'd1', 't1', 'c1', 'k1', 'true', 'student', '2026-02-29', '07')
);
const roundTripped = (value: string) => Buffer.from(value).toString();

test('6,000 rosters with one to five cells of anything: all or nothing', async () => {
	const changes = fc.array(fc.tuple(anyCell, hostile), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(changes, async (list) => {
			let roster = validRoster;
			for (const [{ file, row, column }, value] of list) {
				roster = withCell(roster, file, row, column, roundTripped(value));
			}
			await allOrNothing(filesOf(roster));
		}),
		{ numRuns: 6_000 }
	);
}, 600_000);

test('3,000 rosters with bytes cut, changed, doubled: all or nothing', async () => {
	const edit = fc.record({
		file: fc.nat({ max: tables.length - 1 }),
		at: fc.nat({ max: 800 }),
		remove: fc.nat({ max: 30 }),
		insert: fc.uint8Array({ maxLength: 6 })
	});
	await fc.assert(
		fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
			const files = tables.map(([name, table]) => ({ name, content: Buffer.from(csvOf(table)) }));
			for (const { file, at, remove, insert } of edits) {
				const chosen = files[file];
				if (chosen === undefined) continue;
				const { content } = chosen;
				const parts = [content.subarray(0, at), insert, content.subarray(at + remove)];
				files[file] = { ...chosen, content: Buffer.concat(parts) };
			}
			await allOrNothing(files);
		}),
		{ numRuns: 3_000 }
	);
}, 600_000);

test('1,000 times files of random bytes, split anywhere: never a plan, never an exception', async () => {
	const file = fc.record({
		name: fc.constantFrom(...Object.keys(validRoster)),
		pieces: fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 })
	});
	await fc.assert(
		fc.asyncProperty(fc.array(file, { maxLength: 8 }), async (list) => {
			const files = list.map(({ name, pieces }) => ({ name, content: inOrder(pieces) }));
			expect(await allOrNothing(files)).toBeNull();
		}),
		{ numRuns: 1_000 }
	);
}, 600_000);

test('where the pieces of a file are cut changes nothing', async () => {
	const whole = await parse(filesOf(validRoster));
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
			const files = tables.map(([name, table]) => {
				const bytes = Buffer.from('\uFEFF' + csvOf(table));
				const count = Math.ceil(bytes.length / size);
				const pieces = Array.from({ length: count }, (_, at) =>
					bytes.subarray(at * size, (at + 1) * size)
				);
				return { name, content: inOrder(pieces) };
			});
			expect(await parse(files)).toEqual(whole);
		}),
		{ numRuns: 100 }
	);
}, 600_000);

async function* inOrder(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
	yield* pieces;
}
