import { CsvError, parse, type Parser } from 'csv-parse';
import type { DiagnosticCode, Report } from '../diagnostics/index.ts';
import { decodeText, type SourceFile } from '../text/index.ts';

/** One row as a spreadsheet numbers it: the header is row 1, blank rows count. */
export interface CsvRow {
	readonly row: number;
	readonly cells: readonly string[];
}

export interface CsvLimits {
	readonly bytes: number;
	readonly rows: number;
	/** Characters of one row; also what an unclosed quote may swallow before it is noticed. */
	readonly rowCharacters: number;
}

export const CSV_LIMITS: CsvLimits = {
	bytes: 256 * 2 ** 20,
	rows: 1_000_000,
	rowCharacters: 256 * 1024
};

/** How reading ended: `complete`, `gaps` (rows left out) or `broken` (nothing after that point). */
export type CsvEnd = 'complete' | 'gaps' | 'broken';

interface Tokenizer {
	readonly parser: Parser;
	/** Rows read since the last look; the caller empties it. */
	readonly rows: CsvRow[];
	/** The row being read now. */
	current(): number;
	gaps(): boolean;
}

/**
 * The strict RFC 4180 reader. Rows are taken in `on_record`, not from the stream, because a
 * destroyed stream drops the good rows it had buffered before a broken one.
 */
function tokenizer(file: string, limits: CsvLimits, report: Report): Tokenizer {
	const rows: CsvRow[] = [];
	let last = 0;
	let strayLine = -1;
	let gaps = false;
	const parser = parse({
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		max_record_size: limits.rowCharacters,
		skip_records_with_error: true,
		on_record(cells: string[]) {
			rows.push({ row: ++last, cells });
			return null;
		},
		on_skip(error) {
			// Inside an unquoted cell the row still ends at its line end; any other fault does not recover.
			if (error?.code !== 'INVALID_OPENING_QUOTE')
				throw error ?? new Error('csv fault without error');
			// The parser says it once per quote and then leaves the row out without a word.
			if (error['lines'] === strayLine) return undefined;
			strayLine = Number(error['lines']);
			gaps = true;
			report.add('import.csv.stray-quote', { file, row: ++last });
			return undefined;
		}
	});
	// Each failure reaches us through the callback of write and end.
	parser.on('error', () => undefined);
	return { parser, rows, current: () => last + 1, gaps: () => gaps };
}

/** Reads rows of CSV text as they arrive. Blank rows are left out but counted. */
export async function* readRows(
	file: SourceFile,
	report: Report,
	limits: CsvLimits = CSV_LIMITS
): AsyncGenerator<CsvRow, CsvEnd> {
	const reader = tokenizer(file.name, limits, report);
	const text = decodeText(file, limits.bytes, report);
	for (;;) {
		const step = await text.next();
		const fault = await push(reader.parser, step.done ? null : step.value);
		for (const row of reader.rows.splice(0)) {
			if (row.row > limits.rows) {
				const expected = { kind: 'at-most', limit: limits.rows, unit: 'rows' } as const;
				report.add('import.csv.too-many-rows', { file: file.name, row: row.row }, expected);
				return 'broken';
			}
			if (!isBlank(row.cells)) yield row;
		}
		if (step.done && step.value === 'broken') return 'broken';
		if (fault) {
			reportFault(fault, file.name, reader.current(), limits, report);
			return 'broken';
		}
		if (step.done) return reader.gaps() ? 'gaps' : 'complete';
	}
}

function push(parser: Parser, text: string | null): Promise<CsvError | null> {
	return new Promise((resolve, reject) => {
		const done = (error?: Error | null) => {
			if (!error) resolve(null);
			else if (error instanceof CsvError) resolve(error);
			else reject(error);
		};
		if (text === null) parser.end(done);
		else parser.write(text, done);
	});
}

function reportFault(
	fault: CsvError,
	file: string,
	row: number,
	limits: CsvLimits,
	report: Report
): void {
	const tooLong = fault.code === 'CSV_MAX_RECORD_SIZE';
	const code: DiagnosticCode = tooLong ? 'import.csv.row-too-long' : 'import.csv.unclosed-quote';
	const limit = { kind: 'at-most', limit: limits.rowCharacters, unit: 'characters' } as const;
	report.add(code, { file, row }, tooLong ? limit : { kind: 'nothing' });
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
