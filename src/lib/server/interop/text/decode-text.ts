import { isUtf8 } from 'node:buffer';
import type { DiagnosticCode, Report } from '../diagnostics/index.ts';

/** Bytes at hand, or bytes that arrive in pieces. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/** One file of an import, by its name without folders. */
export interface SourceFile {
	readonly name: string;
	readonly content: Bytes;
}

/** Small enough that the event loop breathes between pieces. */
const PIECE = 64 * 1024;

async function* inPieces(content: Bytes): AsyncGenerator<Uint8Array> {
	if (!(content instanceof Uint8Array)) return yield* content;
	for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
}

/**
 * Decodes UTF-8 (with or without byte order mark) piece by piece. Anything else is reported once,
 * with the line where it begins, and ends the text; so does more than `maxBytes`.
 */
export async function* decodeText(
	file: SourceFile,
	maxBytes: number,
	report: Report
): AsyncGenerator<string, 'complete' | 'broken'> {
	// Takes a byte order mark off by itself.
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let bytes = 0;
	let line = 1;
	let carried: Uint8Array = new Uint8Array(0);
	const fail = (code: DiagnosticCode, row: number | null) => {
		report.add(code, { file: file.name, row }, { kind: 'utf8' });
		return 'broken' as const;
	};
	for await (const piece of inPieces(file.content)) {
		if (bytes === 0 && isUtf16(piece)) return fail('import.text.utf16', null);
		if ((bytes += piece.length) > maxBytes) {
			report.add('import.file.too-large', { file: file.name }, inMegabytes(maxBytes));
			return 'broken';
		}
		if (piece.includes(0)) return fail('import.text.binary', null);
		const text = decodePiece(decoder, piece);
		if (text === null) return fail('import.text.not-utf8', line + linesBeforeFault(carried, piece));
		yield text;
		line += newlines(piece);
		carried = piece.subarray(Math.max(0, piece.length - 3));
	}
	if (decodePiece(decoder, null) === null) return fail('import.text.not-utf8', line);
	return 'complete';
}

function decodePiece(decoder: TextDecoder, piece: Uint8Array | null): string | null {
	try {
		return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
	} catch {
		return null;
	}
}

const inMegabytes = (bytes: number) =>
	({ kind: 'at-most', limit: Math.floor(bytes / 2 ** 20), unit: 'megabytes' }) as const;

/** A byte order mark of UTF-16, or every other byte of the first few zero (no mark written). */
function isUtf16(head: Uint8Array): boolean {
	const [a, b, c, d] = head;
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
	return (a === 0 && b !== 0 && c === 0) || (a !== 0 && b === 0 && d === 0);
}

function newlines(piece: Uint8Array): number {
	let count = 0;
	for (const byte of piece) if (byte === 0x0a) count += 1;
	return count;
}

/** Lines of `piece` before the first one that is not UTF-8; only called when there is one. */
function linesBeforeFault(carried: Uint8Array, piece: Uint8Array): number {
	let lines = 0;
	let start = 0;
	for (let end = piece.indexOf(0x0a); end >= 0; end = piece.indexOf(0x0a, start)) {
		const line = piece.subarray(start, end);
		// A sequence cut by the piece boundary is whole only with the bytes carried over.
		const whole = start === 0 ? isUtf8After(carried, line) : isUtf8(line);
		if (!whole) return lines;
		lines += 1;
		start = end + 1;
	}
	return lines;
}

function isUtf8After(carried: Uint8Array, line: Uint8Array): boolean {
	for (let back = 0; back <= carried.length; back += 1) {
		const tail = carried.subarray(carried.length - back);
		if (isUtf8(Buffer.concat([tail, line]))) return true;
	}
	return false;
}

/** The whole text, or `null` after a report. */
export async function readText(
	file: SourceFile,
	maxBytes: number,
	report: Report
): Promise<string | null> {
	const pieces: string[] = [];
	const decoding = decodeText(file, maxBytes, report);
	for (;;) {
		const step = await decoding.next();
		if (step.done) return step.value === 'complete' ? pieces.join('') : null;
		pieces.push(step.value);
	}
}

/** All bytes in one piece, or `null` after a report when there are more than `maxBytes`. */
export async function readBytes(
	file: SourceFile,
	maxBytes: number,
	report: Report
): Promise<Uint8Array | null> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of inPieces(file.content)) {
		if ((bytes += piece.length) > maxBytes) {
			report.add('import.file.too-large', { file: file.name }, inMegabytes(maxBytes));
			return null;
		}
		pieces.push(piece);
	}
	return file.content instanceof Uint8Array ? file.content : Buffer.concat(pieces);
}
