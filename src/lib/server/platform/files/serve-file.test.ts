import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUuid, type PersonId } from '../ids.ts';
import { openFileStore, type FileStore } from './file-store.ts';
import { receiveFiles } from './receive-files.ts';
import { serveFile } from './serve-file.ts';

let folder: string;
let store: FileStore;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'locus-files-'));
	store = openFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const ownerId = newUuid<PersonId>(new Date(0));
const receive = (...files: readonly File[]) =>
	receiveFiles(files, { store, ownerId, newId: () => newUuid(new Date()), field: 'files[]' });

async function received(file: File) {
	const result = await receive(file);
	const [kept] = result.ok ? result.value : [];
	if (!kept) throw new Error('it was refused');
	return kept;
}
const send = async (file: File, headers: Record<string, string> = {}, isSmall = false) =>
	serveFile(await received(file), { store, headers: new Headers(headers), isSmall });

const photo = async (side = 900) =>
	new File(
		[
			new Uint8Array(
				await sharp({ create: { width: side, height: side, channels: 3, background: '#b9c58c' } })
					.jpeg()
					.toBuffer()
			)
		],
		'Te awa ā-tau.jpg',
		{ type: 'image/jpeg' }
	);
const text = (words: string, name: string, type = 'text/html') => new File([words], name, { type });

test('TS11 a picture is shown in a page, small where a list asks', async () => {
	const whole = await send(await photo());
	expect(whole.headers.get('content-type')).toBe('image/webp');
	expect(whole.headers.get('content-disposition')).toBe(
		'inline; filename="Te awa _-tau.webp"; filename*=UTF-8\'\'Te%20awa%20%C4%81-tau.webp'
	);
	const small = await send(await photo(), {}, true);
	const { width } = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
	expect(width).toBe(480);
});

test('TS11 whatever else it is comes as a download in a sandbox, under its real kind', async () => {
	const files = [
		text('<script>alert(1)</script>', 'page.html'),
		text('<svg onload="alert(1)"></svg>', 'drawing.svg', 'image/svg+xml'),
		text('<script>alert(1)</script>', 'photo.webp', 'image/webp'),
		text('%PDF-1.7 /OpenAction /JS', 'paper.pdf', 'application/pdf')
	];
	for (const file of files) {
		const { headers } = await send(file);
		expect(headers.get('content-disposition')).toMatch(/^attachment;/);
		expect(headers.get('content-type')).not.toMatch(/html|svg|xml|script/);
		expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	}
});

test('TS11 a drawing that could run, and too much, are refused at the field and keep nothing', async () => {
	const svg = text('<?xml version="1.0"?><svg><script/></svg>', 'a.png', 'image/png');
	const huge = new File([new Uint8Array(26 * 1024 * 1024)], 'huge.bin');
	expect(await receive(await photo(40), svg)).toMatchObject({
		ok: false,
		error: { code: 'file.kind-not-taken', field: 'files[]' }
	});
	expect(await receive(huge)).toMatchObject({ ok: false, error: { code: 'file.too-large' } });
});

test('an empty file field of a form is no file', async () => {
	expect(await receive(new File([], ''))).toEqual({ ok: true, value: [] });
});

test('the same file is not sent twice, and a part of it can be asked for', async () => {
	const first = await send(text('kererū', 'a.txt'));
	const etag = first.headers.get('etag') ?? '';
	expect((await send(text('kererū', 'a.txt'), { 'if-none-match': etag })).status).toBe(304);
	const part = await send(text('kererū', 'a.txt'), { range: 'bytes=1-3' });
	expect([part.status, await part.text()]).toEqual([206, 'ere']);
	expect(part.headers.get('content-range')).toBe('bytes 1-3/7');
	expect((await send(text('kererū', 'a.txt'), { range: 'bytes=90-' })).status).toBe(200);
});

test('a name cannot write headers of its own', async () => {
	const { headers } = await send(text('x', 'a"\r\nSet-Cookie: b=c.txt'));
	expect(headers.get('content-disposition')).toBe(
		'attachment; filename="a   Set-Cookie  b=c.txt"; filename*=UTF-8\'\'a%20%20%20Set-Cookie%20%20b%3Dc.txt'
	);
});
