import { readTable, type TableRow } from '../csv/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { columnNames, refineRow } from './fields.ts';
import { MANIFEST, readManifest, type Manifest } from './manifest.ts';
import { sourcedId } from './refine.ts';
import { BULK_STATUS, fileOf, TABLES, type RowOf, type TableName } from './tables.ts';

/** A refined row with its place in the file. */
export type Placed<T> = T & { readonly row: number };

/** One file: its good rows, and every id in it, those of bad rows too. */
export interface RosterTable<T> {
	readonly rows: readonly Placed<T>[];
	/** First row of each id. Bad rows count, so that one fault is not told twice. */
	readonly ids: ReadonlyMap<string, number>;
	/** False when rows are missing: then an id that is not found proves nothing. */
	readonly complete: boolean;
}

export type RosterTables = { readonly [Name in TableName]: RosterTable<RowOf<Name>> };

/** Told after each file. */
export type Progress = (step: { readonly file: string; readonly rows: number }) => void;

/** Reads and refines every file that the manifest lists, reporting all that is wrong in each. */
export async function readTables(
	files: readonly SourceFile[],
	report: Report,
	progress: Progress
): Promise<{ readonly manifest: Manifest | null; readonly tables: RosterTables }> {
	const byName = new Map(files.map((file) => [file.name.toLowerCase(), file]));
	const manifest = await findManifest(byName, report);
	const read = async <Name extends TableName>(name: Name) => {
		const file = byName.get(fileOf(name).toLowerCase());
		const table = await readOne(name, file, manifest, report);
		progress({ file: fileOf(name), rows: table.rows.length });
		return table;
	};
	const tables = {
		orgs: await read('orgs'),
		academicSessions: await read('academicSessions'),
		courses: await read('courses'),
		classes: await read('classes'),
		users: await read('users'),
		enrollments: await read('enrollments'),
		demographics: await read('demographics')
	};
	return { manifest, tables };
}

async function findManifest(
	byName: ReadonlyMap<string, SourceFile>,
	report: Report
): Promise<Manifest | null> {
	const file = byName.get(MANIFEST);
	if (file) return readManifest({ ...file, name: MANIFEST }, report);
	report.add('import.file.missing', { file: MANIFEST }, { kind: 'file', name: MANIFEST });
	return null;
}

const NOTHING = { rows: [], ids: new Map<string, number>() };

async function readOne<Name extends TableName>(
	name: Name,
	file: SourceFile | undefined,
	manifest: Manifest | null,
	report: Report
): Promise<RosterTable<RowOf<Name>>> {
	const listed = manifest === null || manifest.listed.has(name);
	if (file === undefined) {
		const optional = manifest === null && name === 'demographics';
		if (listed && !optional) {
			const place = { file: fileOf(name) };
			report.add('import.file.missing', place, { kind: 'file', name: fileOf(name) });
		}
		return { ...NOTHING, complete: !listed && name === 'demographics' };
	}
	if (!listed) {
		report.add('import.roster.file-not-listed', { file: fileOf(name) });
		return { ...NOTHING, complete: false };
	}
	return refineTable(name, { ...file, name: fileOf(name) }, report);
}

async function refineTable<Name extends TableName>(
	name: Name,
	file: SourceFile,
	report: Report
): Promise<RosterTable<RowOf<Name>>> {
	const fields = TABLES[name];
	const rows: Placed<RowOf<Name>>[] = [];
	const ids = createIdNotes(file.name, report);
	const sink = {
		row(row: TableRow) {
			const fresh = ids.note(row);
			const kept = checkStatus(row, file.name, report);
			const values = refineRow(fields, row, file.name, report);
			// SAFETY: `fields` is TABLES[name], so its values are those of the same name.
			if (fresh && kept && values) rows.push({ ...(values as RowOf<Name>), row: row.row });
		},
		ragged: (row: TableRow) => void ids.note(row)
	};
	const end = await readTable(file, columnNames(fields), sink, report);
	return { rows, ids: ids.firstRows, complete: end === 'complete' && ids.allKnown() };
}

interface IdNotes {
	readonly firstRows: ReadonlyMap<string, number>;
	/** Notes the id of a row, good or bad; false (and reported) when another row has it. */
	note(row: TableRow): boolean;
	/** False once a row had no usable id: what points to that row cannot be judged. */
	allKnown(): boolean;
}

function createIdNotes(file: string, report: Report): IdNotes {
	const firstRows = new Map<string, number>();
	const usable = sourcedId();
	let allKnown = true;
	return {
		firstRows,
		allKnown: () => allKnown,
		note(row) {
			const id = row.cell('sourcedId');
			const firstRow = firstRows.get(id);
			if (id === '' || !usable(id).ok) {
				allKnown = false;
			} else if (firstRow === undefined) {
				firstRows.set(id, row.row);
			} else {
				const place = { file, row: row.row, field: 'sourcedId' };
				report.add('import.roster.duplicate-id', place, { kind: 'unique', firstRow });
				return false;
			}
			return true;
		}
	};
}

function checkStatus(row: TableRow, file: string, report: Report): boolean {
	const status = row.cell('status').toLowerCase();
	if (status === '' || BULK_STATUS.includes(status)) return true;
	report.add(
		'import.roster.delta-status',
		{ file, row: row.row, field: 'status' },
		{ kind: 'empty' }
	);
	return false;
}
