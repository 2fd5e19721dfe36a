import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { CSV_LIMITS, readRows, type CsvEnd, type CsvLimits, type CsvRow } from './read-rows.ts';

/** The columns a file should have, by their specified names. */
export interface ColumnNames {
	readonly required: readonly string[];
	readonly optional: readonly string[];
}

/** One row with its cells found by column name. */
export interface TableRow {
	readonly row: number;
	/** The cell, trimmed; empty when the column is absent. */
	cell(column: string): string;
}

export interface TableSink {
	/** Called for every row whose cells fit the header, in order. */
	row(row: TableRow): void;
	/** Called, after the report, for a row with too few or too many cells; `gaps` are other rows. */
	ragged?(row: TableRow): void;
}

/**
 * Reads a CSV file with a header into `sink` and reports every problem of form. Column names match
 * without regard to case. Returns how it ended; `broken` also when a required column is missing.
 */
export async function readTable(
	file: SourceFile,
	columns: ColumnNames,
	sink: TableSink,
	report: Report,
	limits: CsvLimits = CSV_LIMITS
): Promise<CsvEnd> {
	const rows = readRows(file, report, limits);
	const head = await rows.next();
	if (head.done) {
		if (head.value === 'complete') report.add('import.file.empty', { file: file.name });
		return 'broken';
	}
	const header = readHeader(head.value, file.name, columns, report);
	if (header === null) {
		// Later faults of form would be told row by row without a header to judge them by.
		await rows.return('broken');
		return 'broken';
	}
	for (;;) {
		const step = await rows.next();
		if (step.done) return step.value;
		const row = tableRow(step.value, header.positions);
		if (fits(step.value.cells, header.width)) sink.row(row);
		else {
			const expected = { kind: 'cells', count: header.width } as const;
			report.add('import.csv.ragged-row', { file: file.name, row: row.row }, expected);
			sink.ragged?.(row);
		}
	}
}

interface Header {
	readonly width: number;
	readonly positions: ReadonlyMap<string, number>;
}

/** Spreadsheets write empty cells past the header; only text there is a fault. */
const fits = (cells: readonly string[], width: number) =>
	cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');

function tableRow({ row, cells }: CsvRow, positions: ReadonlyMap<string, number>): TableRow {
	return { row, cell: (column) => (cells[positions.get(column) ?? -1] ?? '').trim() };
}

function readHeader(
	{ row, cells }: CsvRow,
	file: string,
	columns: ColumnNames,
	report: Report
): Header | null {
	const names = cells.map((cell) => cell.trim());
	while (names.at(-1) === '') names.pop();
	if (names.length === 1 && /[;\t|]/u.test(names[0] ?? '')) {
		report.add('import.csv.wrong-separator', { file, row }, { kind: 'comma' });
		return null;
	}
	const positions = findColumns(names, file, row, columns, report);
	const missing = columns.required.filter((name) => !positions.has(name));
	for (const name of missing) {
		const place = { file, row, field: name };
		report.add('import.csv.missing-column', place, { kind: 'column', name });
	}
	return missing.length > 0 ? null : { width: names.length, positions };
}

function findColumns(
	names: readonly string[],
	file: string,
	row: number,
	columns: ColumnNames,
	report: Report
): Map<string, number> {
	const known = new Map(
		[...columns.required, ...columns.optional].map((name) => [name.toLowerCase(), name])
	);
	const positions = new Map<string, number>();
	for (const [at, name] of names.entries()) {
		const column = known.get(name.toLowerCase());
		if (column === undefined) {
			// The name came with the file, so the place alone is told.
			report.add('import.csv.extra-column', { file, row, field: `#${at + 1}` });
		} else if (positions.has(column)) {
			report.add('import.csv.duplicate-column', { file, row, field: column });
		} else positions.set(column, at);
	}
	return positions;
}
