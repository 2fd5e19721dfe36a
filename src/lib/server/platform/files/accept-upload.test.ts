import sharp from 'sharp';
import { expect, test } from 'vitest';
import { acceptUpload, fileLimits, safeFileName } from './accept-upload.ts';

const text = (words: string) => new TextEncoder().encode(words);
const picture = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#7fb3b0' } });

test('TS11 a picture is encoded anew, and what it said about the camera and the place is gone', async () => {
	const original = await picture(3000, 1000)
		.jpeg()
		.withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '41/1 17/1 0/1' } })
		.toBuffer();
	const result = await acceptUpload(original);
	expect(result).toMatchObject({
		ok: true,
		value: { mediaType: 'image/webp', width: 2048, height: 683, isPicture: true }
	});
	if (!result.ok) return;
	expect((await sharp(result.value.bytes).metadata()).exif).toBeUndefined();
});

test('TS11 a script hidden behind a picture does not survive', async () => {
	const polyglot = Buffer.concat([
		await picture(10, 10).png().toBuffer(),
		text('<script>alert(1)</script>')
	]);
	const result = await acceptUpload(polyglot);
	expect(result.ok && Buffer.from(result.value.bytes).includes('<script')).toBe(false);
});

test('TS11 what a browser could run is not taken, whatever it is called', async () => {
	const svg = text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
	expect(await acceptUpload(svg)).toEqual({ ok: false, error: { code: 'file.kind-not-taken' } });
	const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)]);
	expect(await acceptUpload(program)).toEqual({
		ok: false,
		error: { code: 'file.kind-not-taken' }
	});
});

test('TS11 HTML comes in as text for download, never as a page', async () => {
	expect(await acceptUpload(text('<!doctype html><script>alert(1)</script>'))).toMatchObject({
		ok: true,
		value: { mediaType: 'text/plain', isPicture: false }
	});
});

test('TS11 a picture that would fill the memory is refused in words', async () => {
	const huge = await picture(9000, 9000).png().toBuffer();
	expect(huge.byteLength).toBeLessThan(fileLimits.pictureBytes);
	expect(await acceptUpload(huge)).toEqual({
		ok: false,
		error: { code: 'file.picture-unreadable' }
	});
});

test('a broken picture, nothing, and too much are told apart', async () => {
	const broken = (await picture(50, 50).jpeg().toBuffer()).subarray(0, 200);
	expect(await acceptUpload(broken)).toEqual({
		ok: false,
		error: { code: 'file.picture-unreadable' }
	});
	expect(await acceptUpload(new Uint8Array())).toEqual({
		ok: false,
		error: { code: 'file.empty' }
	});
	expect(await acceptUpload(Buffer.alloc(fileLimits.otherBytes + 1, 65))).toEqual({
		ok: false,
		error: { code: 'file.too-large' }
	});
});

test('a file name keeps the words and loses what could do harm', () => {
	expect(safeFileName('Te awa ā-tau 2.pdf')).toBe('Te awa ā-tau 2.pdf');
	expect(safeFileName('../../etc/passwd')).toBe('.. .. etc passwd');
	expect(safeFileName('a"\r\nSet-Cookie: x')).toBe('a   Set-Cookie  x');
	expect(safeFileName('..')).toBe('file');
});
