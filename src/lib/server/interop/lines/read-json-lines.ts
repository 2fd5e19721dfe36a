import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Report } from '../diagnostics/index.ts';
import { decodeText, type SourceFile } from '../text/index.ts';

/** One line of a file that holds a JSON value a line. */
export interface JsonLine {
	/** Counts from 1. */
	readonly row: number;
	readonly value: unknown;
}

/** Longest line read, in UTF-16 code units; longest file after unpacking, in bytes. */
const longestLine = 1_000_000;
const largestFile = 512 * 2 ** 20;

/** After so many lines other work of the process gets its turn: an import never holds up a page. */
const linesAtOnce = 16;

const isGzip = (name: string) => /\.gz$/iu.test(name);

function unpacked(file: SourceFile): SourceFile {
	if (!isGzip(file.name)) return file;
	const packed =
		file.content instanceof Uint8Array
			? Readable.from([file.content])
			: Readable.from(file.content);
	const gunzip = createGunzip();
	// pipe() hands on no errors: without this a broken source would leave the reader waiting.
	packed.on('error', (error) => gunzip.destroy(error));
	return { name: file.name, content: packed.pipe(gunzip) };
}

function parseLine(text: string, row: number, file: string, report: Report): JsonLine | null {
	try {
		const value: unknown = JSON.parse(text);
		return { row, value };
	} catch {
		report.add('import.lines.invalid-json', { file, row }, { kind: 'object' });
		return null;
	}
}

/** Cuts pieces of text into lines; a line that is too long is reported and left out. */
async function* splitLines(
	pieces: AsyncIterable<string>,
	tooLong: (row: number) => void
): AsyncGenerator<{ readonly row: number; readonly text: string }> {
	let rest = '';
	let row = 0;
	for await (const piece of pieces) {
		const lines = (rest + piece).split('\n');
		rest = lines.pop() ?? '';
		for (const text of lines) yield { row: ++row, text };
		if (rest.length > longestLine) {
			tooLong(row + 1);
			return;
		}
	}
	if (rest !== '') yield { row: ++row, text: rest };
}

/**
 * Reads a file of one JSON value a line, packed (`.gz`) or not, a piece at a time. Bad lines, text that is not
 * UTF-8 and damaged archives are reported; good lines go on. Never throws on bad input.
 */
export async function* readJsonLines(file: SourceFile, report: Report): AsyncGenerator<JsonLine> {
	const tooLong = (row: number) =>
		report.add(
			'import.lines.too-long',
			{ file: file.name, row },
			{ kind: 'at-most', limit: longestLine, unit: 'characters' }
		);
	try {
		const lines = splitLines(decodeText(unpacked(file), largestFile, report), tooLong);
		for await (const { row, text } of lines) {
			if (row % linesAtOnce === 0) await setImmediate();
			if (text.trim() === '') continue;
			const line = parseLine(text, row, file.name, report);
			if (line) yield line;
		}
	} catch (error) {
		if (!isPackingFault(error)) throw error;
		report.add('import.lines.damaged-archive', { file: file.name });
	}
}

/** zlib's own errors have codes that begin with Z_. */
function isPackingFault(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
