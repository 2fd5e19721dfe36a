import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { commonFolder, entryName, isSystemFile } from './entry-name.ts';

export interface ZipLimits {
	readonly entries: number;
	readonly fileBytes: number;
	readonly totalBytes: number;
	/** Unpacked to packed, judged only on files over 1 MiB: short repetitive files pack well. */
	readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
	entries: 1_000,
	fileBytes: 128 * 2 ** 20,
	totalBytes: 256 * 2 ** 20,
	ratio: 200
};

const RATIO_FLOOR = 2 ** 20;

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

interface ArchiveReport {
	add(
		code: Parameters<Report['add']>[0],
		row: number | null,
		limit?: Parameters<Report['add']>[2]
	): void;
	failed(): boolean;
}

function createArchiveReport(file: string, report: Report): ArchiveReport {
	let failed = false;
	return {
		add(code, row, expected) {
			if (code !== 'import.zip.nested-file') failed = true;
			report.add(code, { file, row }, expected);
		},
		failed: () => failed
	};
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

const megabytes = (bytes: number) =>
	({ kind: 'at-most', limit: Math.floor(bytes / 2 ** 20), unit: 'megabytes' }) as const;

/** The path of a usable file; `null` for folders, files of the system, and what was reported. */
function judgeEntry(
	entry: Entry,
	row: number,
	check: ArchiveReport,
	limits: ZipLimits
): string | null {
	const name = entryName(decodeName(entry));
	if (!name.safe) {
		check.add('import.zip.unsafe-name', row);
		return null;
	}
	if (isSymbolicLink(entry)) {
		check.add('import.zip.symbolic-link', row);
		return null;
	}
	if (name.folder || isSystemFile(name.path)) return null;
	judgeContent(entry, row, check, limits);
	return name.path;
}

function judgeContent(entry: Entry, row: number, check: ArchiveReport, limits: ZipLimits): void {
	const { uncompressedSize: size, compressedSize: packed } = entry;
	if (entry.isEncrypted()) check.add('import.zip.encrypted', row);
	else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
		check.add('import.zip.unsupported-method', row);
	}
	if (size > limits.fileBytes) check.add('import.zip.too-large', row, megabytes(limits.fileBytes));
	else if (size > RATIO_FLOOR && size > packed * limits.ratio) {
		check.add('import.zip.too-compressed', row, {
			kind: 'at-most',
			limit: limits.ratio,
			unit: 'times'
		});
	}
}

function decodeName(entry: Entry): string {
	return getFileNameLowLevel(
		entry.generalPurposeBitFlag,
		entry.fileNameRaw,
		entry.extraFields,
		true
	);
}

/** The Unix file mode lives in the upper half of the external attributes; 0xA000 is S_IFLNK. */
function isSymbolicLink(entry: Entry): boolean {
	return ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
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
