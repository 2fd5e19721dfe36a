import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importOptions } from '../testing/import-options.ts';
import { itemsImporter } from './index.ts';

const good = { id: 'a', kind: 'number', stem: 'What is 3 + 4?', answer: '7', hints: ['Count on.'] };

async function read(lines: readonly unknown[] | Uint8Array, name = 'bank.jsonl') {
	const text = Array.isArray(lines)
		? lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
		: '';
	const content = lines instanceof Uint8Array ? lines : Buffer.from(text);
	const files = [{ name, content }];
	const outcome = await itemsImporter.parse({ name, files }, importOptions);
	const problems = outcome.diagnostics.map(({ row, field, code }) => `${row} ${field} ${code}`);
	return { outcome, problems };
}

test('a bank of several kinds, with a byte order mark, blank lines and CRLF', async () => {
	const choice = { id: 'b', kind: 'choice', stem: 'Pick.', choices: ['1', '2'], answer: '2' };
	const text = `\uFEFF${JSON.stringify(good)}\r\n\r\n${JSON.stringify(choice)}\r\n`;
	const { outcome } = await read(Buffer.from(text));
	expect(outcome).toMatchObject({
		ok: true,
		plan: { bank: 'bank' },
		summary: { items: 2, items_number: 1, items_choice: 1, hints: 1 }
	});
});

test('packed files', async () => {
	const packed = gzipSync(JSON.stringify(good));
	expect((await read(packed, 'bank.jsonl.gz')).outcome.ok).toBe(true);
	expect((await read(packed.subarray(0, 40), 'bank.jsonl.gz')).problems).toContain(
		'null null import.lines.damaged-archive'
	);
});

test('every problem of every line is told, and nothing is taken', async () => {
	const { outcome, problems } = await read([
		good,
		'{"id": ',
		{ id: 'c', kind: 'essay', stem: 's' },
		{ id: 'd', kind: 'choice', stem: 's', choices: ['x', 'x'], answer: 'y' },
		{ ...good, answer: '8' },
		{ ...good, id: 'e', answer: 'seven' },
		{ id: 'f', kind: 'number', answers: ['1'], format: 2, version: 0, tags: [], hints: [] }
	]);
	expect(outcome.plan).toBeNull();
	expect(problems).toEqual([
		'2 null import.lines.invalid-json',
		'3 kind import.items.field-invalid',
		'4 choices.1 import.items.choice-repeated',
		'4 answer import.items.answer-not-offered',
		'5 id import.items.duplicate-id',
		'6 answers import.items.answer-not-accepted',
		'7 version import.items.field-invalid',
		'7 stem import.items.field-missing'
	]);
});

test('no bytes make the importer throw', async () => {
	const bytes = fc.uint8Array({ maxLength: 300 });
	const json = fc.array(fc.oneof(fc.json(), fc.constant(JSON.stringify(good))), { maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(fc.oneof(bytes, json), fc.boolean(), async (input, packed) => {
			const { outcome } = await read(input, packed ? 'x.jsonl.gz' : 'x.jsonl');
			expect(outcome.ok).toBe(outcome.plan !== null);
		}),
		{ numRuns: 500 }
	);
});
