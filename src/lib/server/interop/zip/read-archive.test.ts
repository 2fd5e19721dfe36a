import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReport } from '../diagnostics/index.ts';
import { writeZip, type ZipEntry } from '../testing/zip-writer.ts';
import { readArchive, ZIP_LIMITS, type ZipLimits } from './index.ts';

async function read(content: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
	const report = createReport('a.zip');
	const wanted = (name: string) => name.endsWith('.csv');
	const files = await readArchive({ name: 'a.zip', content }, wanted, report, limits);
	const texts = files?.map((file) => [file.name, String(file.content)]) ?? null;
	return { files: texts, told: report.list().map(({ code, row }) => [code, row]) };
}

const good: ZipEntry = { name: 'users.csv', content: 'sourcedId\r\n1\r\n' };
const goodFile = [['users.csv', 'sourcedId\r\n1\r\n']];

describe('what is fine', () => {
	test.each<[string, readonly ZipEntry[]]>([
		['files at the top', [good]],
		['stored, not packed', [{ ...good, method: 0 }]],
		['one top folder', [{ name: 'export/' }, { ...good, name: 'export/users.csv' }]],
		['a folder written the old Windows way', [{ ...good, name: 'export\\users.csv' }]],
		['a name with macrons', [{ ...good, name: 'kōnae/users.csv' }]],
		['files nobody wants', [good, { name: 'readme.txt', content: 'hello' }]],
		[
			'what operating systems add',
			[
				{ ...good, name: 'export/users.csv' },
				{ name: '__MACOSX/export/._users.csv', content: 'x' },
				{ name: 'export/.DS_Store', content: 'x' }
			]
		]
	])('%s', async (_, entries) => {
		expect(await read(writeZip(entries))).toEqual({ files: goodFile, told: [] });
	});

	test('a file deeper down is left out with a warning', async () => {
		const archive = writeZip([good, { ...good, name: 'old/users.csv' }]);
		expect(await read(archive)).toEqual({
			files: goodFile,
			told: [['import.zip.nested-file', 2]]
		});
	});

	test('an empty archive holds no files', async () => {
		expect(await read(writeZip([]))).toEqual({ files: [], told: [] });
	});
});

describe('hostile entries are told by their place and nothing is unpacked', () => {
	test.each<[string, ZipEntry, string]>([
		['a way up', { ...good, name: '../users.csv' }, 'import.zip.unsafe-name'],
		['a way up inside', { ...good, name: 'a/../../users.csv' }, 'import.zip.unsafe-name'],
		['a way up the Windows way', { ...good, name: '..\\users.csv' }, 'import.zip.unsafe-name'],
		['an absolute path', { ...good, name: '/etc/users.csv' }, 'import.zip.unsafe-name'],
		['a drive', { ...good, name: 'C:\\users.csv' }, 'import.zip.unsafe-name'],
		['a network share', { ...good, name: '\\\\host\\users.csv' }, 'import.zip.unsafe-name'],
		['a zero byte', { ...good, name: 'users.csv\0.txt' }, 'import.zip.unsafe-name'],
		['no name', { ...good, name: '' }, 'import.zip.unsafe-name'],
		['a very long name', { ...good, name: `${'x'.repeat(300)}.csv` }, 'import.zip.unsafe-name'],
		['a symbolic link', { ...good, mode: 0o120777 }, 'import.zip.symbolic-link'],
		['a password', { ...good, flags: 1 }, 'import.zip.encrypted'],
		['a strong password', { ...good, flags: 0x41 }, 'import.zip.encrypted'],
		['another packing', { ...good, method: 12 }, 'import.zip.unsupported-method'],
		['a wrong sum', { ...good, claimedCrc: 7 }, 'import.zip.damaged'],
		['a claim of less', { ...good, claimedSize: 3 }, 'import.zip.damaged'],
		['a claim of more', { ...good, claimedSize: 300 }, 'import.zip.damaged'],
		['a claim past the end', { ...good, claimedPackedSize: 30_000 }, 'import.zip.damaged']
	])('%s', async (_, entry, code) => {
		const { files, told } = await read(writeZip([{ name: 'orgs.csv', content: 'x' }, entry]));
		expect(files).toBeNull();
		expect(told).toEqual([[code, 2]]);
	});

	test('the same name twice, also in another case', async () => {
		const archive = writeZip([good, { ...good, name: 'USERS.csv' }]);
		expect(await read(archive)).toEqual({
			files: null,
			told: [['import.zip.duplicate-name', 2]]
		});
	});

	test('every bad entry is told, not the first alone', async () => {
		const names = ['../a.csv', '/b.csv', 'c.csv', 'C:/d.csv'];
		const { told } = await read(writeZip(names.map((name) => ({ ...good, name }))));
		expect(told.map(([, row]) => row)).toEqual([1, 2, 4]);
	});
});

describe('bombs', () => {
	const limits: ZipLimits = { entries: 3, fileBytes: 2 ** 21, totalBytes: 3 * 2 ** 20, ratio: 50 };
	const zeros = (size: number) => Buffer.alloc(size, 'a');

	test('far more unpacked than packed', async () => {
		const archive = writeZip([{ name: 'a.csv', content: zeros(1.5 * 2 ** 20) }]);
		expect((await read(archive, limits)).told).toEqual([['import.zip.too-compressed', 1]]);
	});

	test('a short repetitive file is no bomb', async () => {
		const archive = writeZip([{ name: 'a.csv', content: zeros(2 ** 20) }]);
		expect((await read(archive, limits)).told).toEqual([]);
	});

	test('one file, all files, their number', async () => {
		const big = { name: 'a.csv', content: zeros(2 ** 21 + 1) };
		expect((await read(writeZip([big]), limits)).told).toEqual([['import.zip.too-large', 1]]);
		const half = zeros(2 ** 20);
		const many = ['a.csv', 'b.csv', 'c.csv'].map((name) => ({ name, content: half }));
		const full = [...many.slice(0, 2), { name: 'c.csv', content: Buffer.alloc(2 ** 20 + 1, 'ab') }];
		expect((await read(writeZip(many), limits)).told).toEqual([]);
		expect((await read(writeZip(full), limits)).told).toContainEqual([
			'import.zip.too-large',
			null
		]);
		const four = [...many, { name: 'd.csv' }];
		expect((await read(writeZip(four), limits)).told).toEqual([
			['import.zip.too-many-files', null]
		]);
	});

	test('a bomb that claims to be small gives no more than it claims', async () => {
		const archive = writeZip([{ name: 'a.csv', content: zeros(2 ** 22), claimedSize: 100 }]);
		expect(await read(archive, limits)).toEqual({
			files: null,
			told: [['import.zip.damaged', 1]]
		});
	});
});

describe('what is no archive, or a piece of one', () => {
	test.each([
		['nothing', ''],
		['text', 'sourcedId,name'],
		['a letter', 'P'],
		['a document', '%PDF-1.7']
	])('%s', async (_, text) => {
		expect(await read(Buffer.from(text))).toEqual({
			files: null,
			told: [['import.zip.not-a-zip', null]]
		});
	});

	test('cut anywhere, it is refused with one plain word', async () => {
		const whole = writeZip([good, { name: 'orgs.csv', content: 'x'.repeat(500) }]);
		for (let length = 4; length < whole.length; length += 1) {
			const { files, told } = await read(whole.subarray(0, length));
			expect(files).toBeNull();
			expect(told).toEqual([['import.zip.truncated', null]]);
		}
	});

	test('more entries promised than there are', async () => {
		const { files, told } = await read(writeZip([good], 2));
		expect(files).toBeNull();
		expect(told.map(([code]) => code)).toEqual(['import.zip.damaged']);
	});

	test('1,500 archives with bytes changed: files or a report, never an exception', async () => {
		const whole = writeZip([good, { name: 'orgs.csv', content: 'x'.repeat(500) }]);
		const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
				const bytes = Buffer.from(whole);
				for (const [at, value] of changes) bytes[at] = value;
				const { files, told } = await read(bytes);
				const refused = told.some(([code]) => code !== 'import.zip.nested-file');
				expect(files === null).toBe(refused);
			}),
			{ numRuns: 1_500 }
		);
	}, 600_000);
});
