import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codingFor, compressResponse } from './compress-response.ts';

const page = `<!doctype html>${'<p>Ko te reo te mauri o te mana Māori.</p>'.repeat(100)}`;
const asking = (accepted?: string, method = 'GET') =>
	new Request('http://localhost/plan', {
		method,
		headers: accepted === undefined ? {} : { 'accept-encoding': accepted }
	});
const html = (body: string | null, more: Record<string, string> = {}) =>
	new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...more } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test.each([
	['gzip, deflate, br, zstd', 'zstd'],
	['gzip, deflate, br', 'br'],
	['gzip;q=1.0, br;q=0', 'gzip'],
	['BR', 'br'],
	['gzip; q=0.0', null],
	['identity', null],
	[null, null]
])('what a browser takes: %s is answered by %s', (accepted, coding) => {
	expect(codingFor(accepted)).toBe(coding);
});

test.each([
	['/week/wishes', 'br'],
	['/staff/learners', 'zstd']
])(
	'a long page of a learner is worth the coding that makes least of it: %s by %s',
	async (path, coding) => {
		const request = new Request(`http://localhost${path}`, {
			headers: { 'accept-encoding': 'gzip, deflate, br, zstd' }
		});
		const answer = await compressResponse(request, html(page.repeat(20)));
		expect(answer.headers.get('content-encoding')).toBe(coding);
	}
);

test.each([
	['zstd', zstdDecompressSync],
	['br', brotliDecompressSync],
	['gzip', gunzipSync]
] as const)('%s: the page comes back whole, and small', async (coding, undo) => {
	const answer = await compressResponse(asking(coding), html(page, { etag: '"a"' }));
	const sent = await bytesOf(answer);
	expect(undo(sent).toString('utf8')).toBe(page);
	expect(sent.length).toBeLessThan(page.length / 5);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		'content-encoding': coding,
		'content-length': String(sent.length),
		'content-type': 'text/html; charset=utf-8',
		etag: '"a"',
		vary: 'accept-encoding'
	});
});

test('a cache is told, whoever asks', async () => {
	const answer = await compressResponse(asking(), html(page, { vary: 'accept' }));
	expect(answer.headers.get('vary')).toBe('accept, accept-encoding');
	expect((await bytesOf(answer)).toString('utf8')).toBe(page);
});

test.each([
	['a picture', new Response('x'.repeat(5000), { headers: { 'content-type': 'image/webp' } })],
	[
		'a stream',
		new Response('x'.repeat(5000), { headers: { 'content-type': 'text/event-stream' } })
	],
	['what is compressed', html(page, { 'content-encoding': 'zstd' })],
	['a short answer', html('ok')],
	['no body', new Response(null, { status: 304, headers: { 'content-type': 'text/html' } })]
])('%s stays as it is', async (_, response) => {
	const { status } = response;
	const before = response.headers.get('content-encoding');
	const body = await bytesOf(response.clone());
	const answer = await compressResponse(asking('br'), response);
	expect(answer.status).toBe(status);
	expect(answer.headers.get('content-encoding')).toBe(before);
	expect(await bytesOf(answer)).toEqual(body);
});
