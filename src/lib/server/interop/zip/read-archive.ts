import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { createArchiveReport, megabytes, type ArchiveReport } from './archive-report.ts';
import { commonFolder } from './entry-name.ts';
import { judgeEntry, ZIP_LIMITS, type ZipLimits } from './judge-entry.ts';

interface Listed {
	readonly entry: Entry;
	readonly path: string;
	/** Place in the archive, from 1. */
	readonly row: number;
}

/** True for bytes that start as a zip archive does (an empty one included). */
export function looksLikeZip(head: Uint8Array): boolean {
	const [p, k, a, b] = head;
	return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/**
 * Unpacks an archive in memory; nothing is written to disk. Everything lying in one top folder is
 * taken out of it. Every unsafe, hostile or damaged entry is reported by its place in the archive,
 * never by its name, and then no file is returned (`null`). `wanted` names the files to unpack.
 */
export async function readArchive(
	archive: { readonly name: string; readonly content: Uint8Array },
	wanted: (name: string) => boolean,
	report: Report,
	limits: ZipLimits = ZIP_LIMITS
): Promise<readonly SourceFile[] | null> {
	const check = createArchiveReport(archive.name, report);
	const zip = await openArchive(archive.content, check);
	if (zip === null) return null;
	const listed = await listEntries(zip, check, limits);
	if (check.failed()) return null;
	const files: SourceFile[] = [];
	for (const { entry, path, row } of strip(listed)) {
		if (path.includes('/')) check.add('import.zip.nested-file', row);
		else if (wanted(path)) {
			const content = await unpack(zip, entry, row, check);
			if (content !== null) files.push({ name: path, content });
		}
	}
	zip.close();
	return check.failed() ? null : files;
}

async function openArchive(bytes: Uint8Array, check: ArchiveReport): Promise<ZipFile | null> {
	if (!looksLikeZip(bytes)) {
		check.add('import.zip.not-a-zip', null);
		return null;
	}
	try {
		const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		// Names are judged here, one by one; the library would stop at the first bad one.
		return await fromBufferPromise(buffer, { decodeStrings: false });
	} catch {
		check.add('import.zip.truncated', null);
		return null;
	}
}

async function listEntries(
	zip: ZipFile,
	check: ArchiveReport,
	limits: ZipLimits
): Promise<readonly Listed[]> {
	if (zip.entryCount > limits.entries) {
		const limit = { kind: 'at-most', limit: limits.entries, unit: 'files' } as const;
		check.add('import.zip.too-many-files', null, limit);
		return [];
	}
	const listed: Listed[] = [];
	const seen = new Set<string>();
	let row = 0;
	try {
		for await (const entry of zip.eachEntry()) {
			const path = judgeEntry(entry, ++row, check, limits);
			if (path === null) continue;
			const name = path.normalize('NFC').toLowerCase();
			if (seen.has(name)) check.add('import.zip.duplicate-name', row);
			seen.add(name);
			listed.push({ entry, path, row });
		}
	} catch (error) {
		// The library gives no codes; strong encryption is the one fault worth its own sentence.
		const encrypted = error instanceof Error && error.message.includes('encryption');
		check.add(encrypted ? 'import.zip.encrypted' : 'import.zip.damaged', row + 1);
	}
	const total = listed.reduce((sum, each) => sum + each.entry.uncompressedSize, 0);
	if (total > limits.totalBytes)
		check.add('import.zip.too-large', null, megabytes(limits.totalBytes));
	return listed;
}

function strip(listed: readonly Listed[]): readonly Listed[] {
	const folder = commonFolder(listed.map((each) => each.path));
	return listed.map((each) => ({ ...each, path: each.path.slice(folder.length) }));
}

async function unpack(
	zip: ZipFile,
	entry: Entry,
	row: number,
	check: ArchiveReport
): Promise<Uint8Array | null> {
	try {
		const pieces: Uint8Array[] = [];
		// The stream itself fails as soon as it gives more bytes than the entry declared.
		for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece);
		const content = Buffer.concat(pieces);
		if (content.length === entry.uncompressedSize && crc32(content) === entry.crc32) return content;
	} catch {
		// Reported below with all other kinds of damage.
	}
	check.add('import.zip.damaged', row);
	return null;
}
