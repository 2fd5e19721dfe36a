import { severityOfCode, type DiagnosticCode, type Severity } from './codes.ts';

/**
 * What would have been right, as data, so that every locale can say it. Values in it are our own
 * lists and limits, never the rejected input; `path` of a cycle holds codes that were accepted.
 */
export type Expected =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'one-of'; readonly values: readonly string[] }
	| { readonly kind: 'date' }
	| { readonly kind: 'date-and-zone' }
	| { readonly kind: 'year' }
	| { readonly kind: 'id' }
	| { readonly kind: 'uuid' }
	| { readonly kind: 'text' }
	| { readonly kind: 'number' }
	| { readonly kind: 'email' }
	| { readonly kind: 'user-ids' }
	| { readonly kind: 'empty' }
	| { readonly kind: 'utf8' }
	| { readonly kind: 'comma' }
	| { readonly kind: 'column'; readonly name: string }
	| { readonly kind: 'property'; readonly name: string }
	| { readonly kind: 'list' }
	| { readonly kind: 'object' }
	| { readonly kind: 'file'; readonly name: string }
	| { readonly kind: 'cells'; readonly count: number }
	| { readonly kind: 'at-most'; readonly limit: number; readonly unit: LimitUnit }
	| { readonly kind: 'row-in'; readonly file: string }
	| { readonly kind: 'reference'; readonly file: string; readonly values: readonly string[] }
	| { readonly kind: 'unique'; readonly firstRow: number }
	| { readonly kind: 'same-as'; readonly file: string; readonly field: string }
	| { readonly kind: 'not-before'; readonly field: string }
	| { readonly kind: 'within-parent' }
	| { readonly kind: 'ages'; readonly from: number; readonly to: number }
	| { readonly kind: 'json'; readonly column: number }
	| { readonly kind: 'no-cycle'; readonly path: readonly string[] };

type LimitUnit = 'characters' | 'rows' | 'files' | 'megabytes' | 'times' | 'items';

/**
 * One problem in an import. `row` counts from 1: the row a spreadsheet shows (the header is row 1),
 * the line of a JSON syntax error, the place in its list of a CASE item, the entry of an archive;
 * `null` when the whole file is meant. `field` is the column or property by its specified name.
 */
export interface Diagnostic {
	readonly severity: Severity;
	readonly file: string;
	readonly row: number | null;
	readonly field: string | null;
	readonly code: DiagnosticCode;
	readonly expected: Expected;
}

/** Where a problem is. */
export interface Place {
	readonly file: string;
	readonly row?: number | null;
	readonly field?: string | null;
}

/** Makes a diagnostic; its severity follows from the code. */
export function diagnostic(
	code: DiagnosticCode,
	place: Place,
	expected: Expected = { kind: 'nothing' }
): Diagnostic {
	return {
		severity: severityOfCode[code],
		file: place.file,
		row: place.row ?? null,
		field: place.field ?? null,
		code,
		expected
	};
}
