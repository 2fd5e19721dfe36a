import type { FileStore } from './file-store.ts';
import type { StoredFile } from './stored-file.store.ts';

/** What is needed of a kept file to send it; whether it may be sent is asked before. */
export type SentFile = Pick<StoredFile, 'digest' | 'smallDigest' | 'mediaType' | 'name' | 'width'>;

export interface FileRequest {
	readonly store: FileStore;
	readonly headers: Headers;
	/** The small version, where there is one. */
	readonly isSmall: boolean;
}

/** RFC 6266 and 8187: a plain name for old programs, the real one for all others. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
	const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
	const encoded = encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The one range of bytes that was asked for; null for the whole, and for what makes no sense. */
function rangeOf(header: string | null, length: number): readonly [number, number] | null {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (from === '' && to === '') return null;
	const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
	const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
	return start <= end ? [start, end] : null;
}

/**
 * Sends a kept file so that nothing in it can run (TS11): only pictures of our own encoding may be shown in a page, all else
 * is for download; a sandbox holds whatever opens it all the same. The device may keep it and asks each time.
 */
export async function serveFile(
	file: SentFile,
	{ store, headers: asked, isSmall }: FileRequest
): Promise<Response> {
	const digest = (isSmall ? file.smallDigest : null) ?? file.digest;
	const isPicture = file.width !== null && file.mediaType === 'image/webp';
	const headers = new Headers({
		'cache-control': 'private, no-cache',
		etag: `"${digest}"`,
		'accept-ranges': 'bytes',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'"
	});
	if (asked.get('if-none-match') === `"${digest}"`)
		return new Response(null, { status: 304, headers });
	headers.set('content-type', isPicture ? 'image/webp' : file.mediaType);
	const name = isPicture ? file.name.replace(/(\.[a-z0-9]{1,5})?$/i, '.webp') : file.name;
	headers.set('content-disposition', disposition(isPicture ? 'inline' : 'attachment', name));
	const bytes = await store.read(digest);
	const range = rangeOf(asked.get('range'), bytes.length);
	const part = range ? bytes.subarray(range[0], range[1] + 1) : bytes;
	headers.set('content-length', String(part.length));
	if (range) headers.set('content-range', `bytes ${range[0]}-${range[1]}/${bytes.length}`);
	return new Response(new Uint8Array(part), { status: range ? 206 : 200, headers });
}
