import { getFileNameLowLevel, type Entry } from 'yauzl';
import { megabytes, type ArchiveReport } from './archive-report.ts';
import { entryName, isSystemFile } from './entry-name.ts';

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

/** The path of a usable file; `null` for folders, files of the system, and what was reported. */
export function judgeEntry(
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
