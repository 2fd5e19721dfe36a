import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { fail, ok, type Failure, type Result } from '../result.ts';
import { stripMedia } from './strip-media.ts';

/** A file as we keep it: pictures are always our own encoding, everything else is for download only. */
export interface AcceptedFile {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly width: number | null;
	readonly height: number | null;
	/** May be shown in a page; only pictures that we encoded ourselves. */
	readonly isPicture: boolean;
}

export type UploadError = Failure<
	'file.empty' | 'file.too-large' | 'file.kind-not-taken' | 'file.picture-unreadable'
>;

export const fileLimits = {
	pictureBytes: 15 * 1024 * 1024,
	otherBytes: 25 * 1024 * 1024,
	/** Decoded pixels: a small file can claim a picture that fills the memory. */
	pixels: 60_000_000,
	longestSide: 2048
} as const;

const pictureTypes = new Set([
	'image/jpeg',
	'image/png',
	'image/webp',
	'image/gif',
	'image/avif',
	'image/tiff'
]);

/** Kinds kept as they are, never shown in a page. The type comes from the content, never from the name. */
const downloadTypes = new Set([
	'application/pdf',
	'audio/mpeg',
	'audio/ogg',
	'audio/wav',
	'audio/x-m4a',
	'audio/mp4',
	'video/mp4',
	'video/webm',
	'video/quicktime',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	'application/vnd.oasis.opendocument.text'
]);

/** Plain text has no signature: it is text when it reads as UTF-8 without control characters. */
function isPlainText(bytes: Uint8Array): boolean {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		// eslint-disable-next-line no-control-regex
		return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
	} catch {
		return false;
	}
}

/** Decodes and encodes again: metadata, trailing bytes and anything that is no pixel are gone (TS11). */
async function encodePicture(bytes: Uint8Array): Promise<Result<AcceptedFile, UploadError>> {
	try {
		const { data, info } = await sharp(bytes, {
			limitInputPixels: fileLimits.pixels,
			failOn: 'error'
		})
			.rotate()
			.resize({
				width: fileLimits.longestSide,
				height: fileLimits.longestSide,
				fit: 'inside',
				withoutEnlargement: true
			})
			.webp({ quality: 82 })
			.toBuffer({ resolveWithObject: true });
		return ok({
			bytes: data,
			mediaType: 'image/webp',
			width: info.width,
			height: info.height,
			isPicture: true
		});
	} catch {
		// The library's message may quote the file; what matters to the person is that it cannot be read.
		return fail('file.picture-unreadable');
	}
}

/** Decides by its content what an upload is, and turns it into what we keep. */
export async function acceptUpload(bytes: Uint8Array): Promise<Result<AcceptedFile, UploadError>> {
	if (bytes.byteLength === 0) return fail('file.empty');
	if (bytes.byteLength > fileLimits.otherBytes) return fail('file.too-large');
	const type = (await fileTypeFromBuffer(bytes))?.mime;
	if (type && pictureTypes.has(type)) {
		return bytes.byteLength > fileLimits.pictureBytes
			? fail('file.too-large')
			: encodePicture(bytes);
	}
	const mediaType = type ?? (isPlainText(bytes) ? 'text/plain' : null);
	if (mediaType === null || !(mediaType === 'text/plain' || downloadTypes.has(mediaType))) {
		return fail('file.kind-not-taken');
	}
	const kept = stripMedia(mediaType, bytes);
	return ok({ bytes: kept, mediaType, width: null, height: null, isPicture: false });
}

/** A small version of one of our pictures, for lists. */
export const smallPicture = (bytes: Uint8Array): Promise<Buffer> =>
	sharp(bytes)
		.resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
		.webp({ quality: 76 })
		.toBuffer();

/** The name for download: the person's own, without what file systems or headers would trip over. */
export function safeFileName(name: string): string {
	const cleaned = name
		.normalize('NFC')
		.replaceAll(/[\p{C}/\\:*?"<>|]/gu, ' ')
		.trim()
		.slice(0, 120);
	return cleaned === '' || /^\.+$/.test(cleaned) ? 'file' : cleaned;
}
