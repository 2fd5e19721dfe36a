import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { audienceOf } from './document.ts';

/** Less than this fits one packet either way. */
const leastBytes = 1_000;
/**
 * From here on a learner's page needs brotli for its budget of bytes, at three quarters of a millisecond: it makes a tenth
 * less of it than zstd does. Adults have twice the bytes, and pages three times as long.
 */
const longBytes = 45_000;
const compressible = /^(text\/(?!event-stream)|application\/json\b)/;

/**
 * As small as a page gets in a fraction of a millisecond; built files are compressed harder, once. The calls that do not
 * wait are cheaper for what is this small: no thread has to be woken, and none is in the way of the next page.
 */
const codings = {
	zstd: (bytes: Uint8Array) =>
		zstdCompressSync(bytes, {
			params: { [constants.ZSTD_c_compressionLevel]: 3 },
			pledgedSrcSize: bytes.length
		}),
	br: (bytes: Uint8Array) =>
		brotliCompressSync(bytes, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 5,
				[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
			}
		}),
	gzip: (bytes: Uint8Array) => gzipSync(bytes, { level: 4 })
} as const;
type Coding = keyof typeof codings;

/** The best of our codings that the browser takes, by default the cheapest; a weight of nought is a refusal. */
export function codingFor(accepted: string | null, makesLeast = false): Coding | null {
	const taken = new Map(
		(accepted ?? '').split(',').map((part) => {
			const [name = '', weight = ''] = part.split(';');
			return [name.trim().toLowerCase(), !/^\s*q=0(\.0*)?\s*$/.test(weight)];
		})
	);
	const order = makesLeast ? (['br', 'zstd', 'gzip'] as const) : (['zstd', 'br', 'gzip'] as const);
	return order.find((coding) => taken.get(coding) === true) ?? null;
}

const needsLeast = (address: string, bytes: number): boolean =>
	bytes >= longBytes && audienceOf(new URL(address).pathname) === 'learner';

/**
 * The response with its body compressed, where it is text of some length and the browser takes it. Our pages are
 * whole before they are sent: none is a stream. Nothing secret stands in a page (see docs/decisions/0007).
 */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
	const { headers } = response;
	if (!compressible.test(headers.get('content-type') ?? '') || response.body === null) {
		return response;
	}
	headers.append('vary', 'accept-encoding');
	const accepted = request.headers.get('accept-encoding');
	if (
		codingFor(accepted) === null ||
		request.method === 'HEAD' ||
		headers.has('content-encoding')
	) {
		return response;
	}
	const body = new Uint8Array(await response.arrayBuffer());
	const makesLeast = needsLeast(request.url, body.length);
	const coding = body.length < leastBytes ? null : codingFor(accepted, makesLeast);
	const sent = coding === null ? body : codings[coding](body);
	if (coding !== null) headers.set('content-encoding', coding);
	headers.set('content-length', String(sent.length));
	return new Response(sent, { status: response.status, headers });
}
