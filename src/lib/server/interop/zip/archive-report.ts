import type { DiagnosticCode, Expected, Report } from '../diagnostics/index.ts';

/** Tells the problems of one archive by the place of the entry, from 1, never by its name. */
export interface ArchiveReport {
	add(code: DiagnosticCode, row: number | null, expected?: Expected): void;
	failed(): boolean;
}

export function createArchiveReport(file: string, report: Report): ArchiveReport {
	let failed = false;
	return {
		add(code, row, expected) {
			if (code !== 'import.zip.nested-file') failed = true;
			report.add(code, { file, row }, expected);
		},
		failed: () => failed
	};
}

/** A limit in bytes as an expectation. */
export const megabytes = (bytes: number) =>
	({ kind: 'at-most', limit: Math.floor(bytes / 2 ** 20), unit: 'megabytes' }) as const;
