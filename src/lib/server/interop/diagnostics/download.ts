import type { Diagnostic } from './diagnostic.ts';

/** The two sentences a person reads about one diagnostic. */
export interface DiagnosticWords {
	readonly problem: string;
	readonly expected: string;
}

/** Titles of the seven columns, in the reader's language. */
export type DownloadHeader = readonly [string, string, string, string, string, string, string];

/**
 * The complete list as CSV (UTF-8 with byte order mark, CRLF), one chunk a row, for a download.
 * Safe to open in a spreadsheet: a cell that could be taken for a formula starts with an apostrophe.
 */
export function* diagnosticsAsCsv(
	diagnostics: Iterable<Diagnostic>,
	header: DownloadHeader,
	words: (diagnostic: Diagnostic) => DiagnosticWords
): Generator<string> {
	yield '\uFEFF' + csvLine(header);
	for (const each of diagnostics) {
		const { problem, expected } = words(each);
		const row = each.row === null ? '' : String(each.row);
		yield csvLine([each.severity, each.file, row, each.field ?? '', each.code, problem, expected]);
	}
}

const csvLine = (cells: readonly string[]) => cells.map(csvCell).join(',') + '\r\n';

/** Quotes a cell; one that starts like a formula (OWASP "CSV injection") is made text. */
export function csvCell(value: string): string {
	const safe = /^\s*[=+\-@\t\r\n|%]/u.test(value) ? `'${value}` : value;
	return `"${safe.replaceAll('"', '""')}"`;
}
