import type { ColumnNames, TableRow } from '../csv/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { Refine, Refined } from './refine.ts';

/** How one column becomes a value. */
export interface Field<T> {
	readonly column: 'required' | 'optional';
	/** Accepts the raw, possibly empty cell. */
	read(cell: string): Refined<T>;
}

/** The columns of one file by their specified names. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of one row that follow from its fields. */
export type ValuesOf<F extends Fields> = {
	readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** The column must be there and the cell must be filled. */
export function required<T>(refine: Refine<T>): Field<T> {
	const missing = { code: 'import.value.missing', expected: { kind: 'text' } } as const;
	return {
		column: 'required',
		read: (cell) => (cell === '' ? { ok: false, remark: missing } : refine(cell))
	};
}

/** Column and cell may be missing; then the value is `otherwise`. */
export function optional<T, Otherwise>(
	refine: Refine<T>,
	otherwise: Otherwise
): Field<T | Otherwise> {
	return {
		column: 'optional',
		read: (cell) => (cell === '' ? { ok: true, value: otherwise } : refine(cell))
	};
}

/** The column must be there, the cell may be empty. */
export function blankable<T, Otherwise>(
	refine: Refine<T>,
	otherwise: Otherwise
): Field<T | Otherwise> {
	return { ...optional(refine, otherwise), column: 'required' };
}

/** Names of the columns, for the CSV reader. */
export function columnNames(fields: Fields): ColumnNames {
	const names = Object.entries(fields);
	return {
		required: names.filter(([, field]) => field.column === 'required').map(([name]) => name),
		optional: names.filter(([, field]) => field.column === 'optional').map(([name]) => name)
	};
}

/** All values of a row, or `null` after every bad cell of it was reported. */
export function refineRow<F extends Fields>(
	fields: F,
	row: TableRow,
	file: string,
	report: Report
): ValuesOf<F> | null {
	const values: Record<string, unknown> = {};
	let complete = true;
	for (const [name, field] of Object.entries(fields)) {
		const refined = field.read(row.cell(name));
		if (refined.remark) {
			report.add(refined.remark.code, { file, row: row.row, field: name }, refined.remark.expected);
		}
		if (refined.ok) values[name] = refined.value;
		else complete = false;
	}
	// SAFETY: every field of F was read under its own name and none was refused.
	return complete ? (values as ValuesOf<F>) : null;
}
