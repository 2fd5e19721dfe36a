import { describe, expect, test } from 'vitest';
import { createReport } from '../diagnostics/index.ts';
import { CSV_LIMITS, type CsvLimits } from './read-rows.ts';
import { readTable } from './read-table.ts';

const columns = { required: ['id', 'name'], optional: ['note'] };

async function read(content: string | Uint8Array, limits: CsvLimits = CSV_LIMITS) {
	const report = createReport('a.csv');
	const rows: unknown[] = [];
	const sink = {
		row: ({ row, cell }: { row: number; cell(name: string): string }) =>
			void rows.push([row, cell('id'), cell('name'), cell('note')])
	};
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	const end = await readTable({ name: 'a.csv', content: bytes }, columns, sink, report, limits);
	return { end, rows, told: report.list().map(({ code, row, field }) => [code, row, field]) };
}

const good = [
	[2, '1', 'Ana', ''],
	[3, '2', 'Hemi', '']
];

describe('what is fine', () => {
	test.each([
		['line feeds', 'id,name\n1,Ana\n2,Hemi\n'],
		['carriage returns and line feeds', 'id,name\r\n1,Ana\r\n2,Hemi\r\n'],
		['both in one file', 'id,name\r\n1,Ana\n2,Hemi\r\n'],
		['old line ends', 'id,name\r1,Ana\r2,Hemi'],
		['a byte order mark', '\uFEFFid,name\n1,Ana\n2,Hemi'],
		['everything quoted', '"id","name"\n"1","Ana"\n"2","Hemi"'],
		['another order', 'name,id\nAna,1\nHemi,2'],
		['another case and spaces', ' ID , Name\n 1 , Ana \n2,Hemi'],
		['empty cells past the header', 'id,name,,\n1,Ana,,\n2,Hemi,,,,\n']
	])('%s', async (_, text) => {
		expect(await read(text)).toEqual({ end: 'complete', rows: good, told: [] });
	});

	test('lists, quotation marks and line breaks inside quotation marks', async () => {
		const { rows, told } = await read('id,name,note\n1,"a, ""b""","x\ny"\n2,c,d');
		expect(rows).toEqual([
			[2, '1', 'a, "b"', 'x\ny'],
			[3, '2', 'c', 'd']
		]);
		expect(told).toEqual([]);
	});

	test('blank rows, which still count', async () => {
		const { rows } = await read('id,name\n\n1,Ana\n,\n2,Hemi\n\n');
		expect(rows).toEqual([
			[3, '1', 'Ana', ''],
			[5, '2', 'Hemi', '']
		]);
	});

	test('a column nobody knows is a warning, told by its place', async () => {
		const { end, told } = await read('id,secret,name\n1,x,Ana');
		expect([end, told]).toEqual(['complete', [['import.csv.extra-column', 1, '#2']]]);
	});
});

describe('what is not', () => {
	test.each<[string, string | Uint8Array, readonly (string | number | null)[]]>([
		['a missing column', 'id,note\n1,x', ['import.csv.missing-column', 1, 'name']],
		['a column twice', 'id,name,ID\n1,a,2', ['import.csv.duplicate-column', 1, 'id']],
		['semicolons', 'id;name\n1;a', ['import.csv.wrong-separator', 1, null]],
		['tabs', 'id\tname\n1\ta', ['import.csv.wrong-separator', 1, null]],
		['too few cells', 'id,name\n1,a\n2\n3,c', ['import.csv.ragged-row', 3, null]],
		['too many cells', 'id,name\n1,a\n2,b,c\n3,c', ['import.csv.ragged-row', 3, null]],
		['a stray mark', 'id,name\n1,a"b"c\n2,b', ['import.csv.stray-quote', 2, null]],
		['an open mark', 'id,name\n1,a\n2,"b\n3,c\n', ['import.csv.unclosed-quote', 3, null]],
		['a mark in a mark', 'id,name\n1,a\n2,"b"c\n3,c\n', ['import.csv.unclosed-quote', 3, null]],
		['nothing', '', ['import.file.empty', null, null]],
		['only blank rows', '\n\n \n', ['import.file.empty', null, null]],
		['UTF-16', Buffer.from('\uFEFFid,name\n1,a', 'utf16le'), ['import.text.utf16', null, null]],
		['unmarked UTF-16', Buffer.from('id,name\n1,a', 'utf16le'), ['import.text.utf16', null, null]],
		['Latin-1', Buffer.from('id,name\n1,a\n2,Müller', 'latin1'), ['import.text.not-utf8', 3, null]],
		[
			'a cut end',
			Buffer.from([...Buffer.from('id,name\n1,'), 0xc4]),
			['import.text.not-utf8', 2, null]
		],
		[
			'a picture',
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 0, 1]),
			['import.text.binary', null, null]
		],
		['a zero byte', Buffer.from('id,name\n1,a\0'), ['import.text.binary', null, null]]
	])('%s', async (_, content, expected) => {
		const { told } = await read(content);
		expect(told).toEqual([expected]);
	});

	test('good rows before and after a bad one are read; after an open mark only those before', async () => {
		const ids = ({ rows }: Awaited<ReturnType<typeof read>>) =>
			rows.map((row) => String(row).split(',')[1]);
		expect(ids(await read('id,name\n1,a\n2\n3,c'))).toEqual(['1', '3']);
		expect(ids(await read('id,name\n1,a\n2,x"y"\n3,c'))).toEqual(['1', '3']);
		expect(ids(await read('id,name\n1,a\n2,"x\n3,c'))).toEqual(['1']);
	});

	test('two stray marks in one row are one fault, in two rows two', async () => {
		const { told, end } = await read('id,name\n1,a"b"c"\n2,d"e\n3,f');
		expect(end).toBe('gaps');
		expect(told).toEqual([
			['import.csv.stray-quote', 2, null],
			['import.csv.stray-quote', 3, null]
		]);
	});
});

describe('limits', () => {
	const small: CsvLimits = { bytes: 1_000, rows: 5, rowCharacters: 50 };
	test.each([
		['rows', 'id,name\n' + '1,a\n'.repeat(8), 'import.csv.too-many-rows', 6],
		['a long cell', 'id,name\n1,a\n2,' + 'x'.repeat(60), 'import.csv.row-too-long', 3],
		['a long row', 'id,name\n1,a\n2,' + 'x,'.repeat(60), 'import.csv.row-too-long', 3],
		['an open mark', 'id,name\n1,"a\n' + '2,b\n'.repeat(20), 'import.csv.row-too-long', 2],
		['bytes', 'id,name\n' + '1,a\n'.repeat(400), 'import.file.too-large', null]
	])('%s', async (_, text, code, row) => {
		const { told, end } = await read(text, small);
		expect(told).toEqual([[code, row, null]]);
		expect(end).toBe('broken');
	});
});
