import type { DiagnosticCode, Severity } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';

/** All diagnostics of one code: how many, where, and the first few in full. */
export interface DiagnosticGroup {
	readonly code: DiagnosticCode;
	readonly severity: Severity;
	readonly total: number;
	/** Count per file, most first. */
	readonly files: readonly { readonly file: string; readonly total: number }[];
	readonly first: readonly Diagnostic[];
}

export interface DiagnosticSummary {
	readonly errors: number;
	readonly warnings: number;
	/** Errors before warnings, then by total, most first. */
	readonly groups: readonly DiagnosticGroup[];
}

/** Groups diagnostics by code for a page that may have thousands: the first `firstPerCode` of each. */
export function summariseDiagnostics(
	diagnostics: readonly Diagnostic[],
	firstPerCode = 20
): DiagnosticSummary {
	const byCode = Map.groupBy(diagnostics, (each) => each.code);
	const groups = [...byCode.values()].map((list) => group(list, firstPerCode));
	const errors = diagnostics.filter((each) => each.severity === 'error').length;
	return { errors, warnings: diagnostics.length - errors, groups: groups.toSorted(compareGroups) };
}

function group(list: readonly Diagnostic[], firstPerCode: number): DiagnosticGroup {
	const [head] = list;
	if (head === undefined) throw new RangeError('a group has at least one diagnostic');
	const files = [...Map.groupBy(list, (each) => each.file)]
		.map(([file, of]) => ({ file, total: of.length }))
		.toSorted((a, b) => b.total - a.total);
	const { code, severity } = head;
	return { code, severity, total: list.length, files, first: list.slice(0, firstPerCode) };
}

function compareGroups(a: DiagnosticGroup, b: DiagnosticGroup): number {
	if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
	return b.total - a.total || (a.code < b.code ? -1 : 1);
}
