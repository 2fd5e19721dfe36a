import { diagnostic, type Diagnostic, type Expected, type Place } from './diagnostic.ts';
import { severityOfCode, type DiagnosticCode } from './codes.ts';

/** How many diagnostics one report keeps; beyond it they are counted, and the report says so. */
const KEPT_DIAGNOSTICS = 100_000;

/** Collects every problem of one import, in the order found. */
export interface Report {
	add(code: DiagnosticCode, place: Place, expected?: Expected): void;
	/** True once an error (not a warning) was added. */
	hasErrors(): boolean;
	/** All diagnostics; the last is `import.too-many-problems` when some were counted only. */
	list(): readonly Diagnostic[];
}

/** A new, empty report for the import of `source` (the name of the file that was chosen). */
export function createReport(source: string, kept: number = KEPT_DIAGNOSTICS): Report {
	const list: Diagnostic[] = [];
	let errors = 0;
	let dropped = 0;
	return {
		add(code, place, expected) {
			if (severityOfCode[code] === 'error') errors += 1;
			if (list.length < kept) list.push(diagnostic(code, place, expected));
			else dropped += 1;
		},
		hasErrors: () => errors > 0,
		list() {
			if (dropped === 0) return list;
			const limit = { kind: 'at-most', limit: kept, unit: 'items' } as const;
			return [...list, diagnostic('import.too-many-problems', { file: source }, limit)];
		}
	};
}
