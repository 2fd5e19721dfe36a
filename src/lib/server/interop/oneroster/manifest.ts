import { readTable } from '../csv/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { SourceFile } from '../text/index.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

export const MANIFEST = 'manifest.csv';

/** Files of OneRoster 1.1 that exist but carry nothing Locus keeps. */
const NOT_IMPORTED = [
	'categories',
	'classResources',
	'courseResources',
	'lineItems',
	'resources',
	'results'
];

const NEEDED: readonly TableName[] = TABLE_NAMES.filter((name) => name !== 'demographics');

/** Which files a bulk export says it has. */
export interface Manifest {
	readonly systemName: string | null;
	readonly listed: ReadonlySet<TableName>;
}

interface Property {
	readonly row: number;
	readonly value: string;
}

/** Reads `manifest.csv`; `null` when it cannot say what the export holds. */
export async function readManifest(file: SourceFile, report: Report): Promise<Manifest | null> {
	const properties = new Map<string, Property>();
	const columns = { required: ['propertyName', 'value'], optional: [] };
	const keep = {
		row: (row: { row: number; cell(name: string): string }) => {
			properties.set(row.cell('propertyName'), { row: row.row, value: row.cell('value') });
		}
	};
	const end = await readTable(file, columns, keep, report);
	if (end === 'broken') return null;
	checkVersion(file.name, properties, report);
	const modes = TABLE_NAMES.map(
		(name) => [name, readMode(name, file.name, properties, report)] as const
	);
	warnOfLeftOut(file.name, properties, report);
	const listed = new Set(modes.filter(([, mode]) => mode === 'bulk').map(([name]) => name));
	return { systemName: properties.get('source.systemName')?.value || null, listed };
}

function checkVersion(
	file: string,
	properties: ReadonlyMap<string, Property>,
	report: Report
): void {
	const field = 'oneroster.version';
	const version = properties.get(field);
	if (version?.value === '1.1') return;
	const place = { file, row: version?.row ?? null, field };
	report.add('import.roster.unsupported-version', place, { kind: 'one-of', values: ['1.1'] });
}

const MODES = ['bulk', 'absent'];

/**
 * What the manifest says of one file. `delta` is refused here until a delta importer takes it. A file
 * with a wrong mode is still read, so that the other problems in it are told at once.
 */
function readMode(
	name: TableName,
	file: string,
	properties: ReadonlyMap<string, Property>,
	report: Report
): 'bulk' | 'absent' {
	const field = `file.${name}`;
	const property = properties.get(field);
	const place = { file, row: property?.row ?? null, field };
	const mode = property?.value.toLowerCase() || 'absent';
	if (mode === 'bulk') return 'bulk';
	if (mode === 'delta') {
		report.add('import.roster.delta-file', place, { kind: 'one-of', values: ['bulk'] });
		return 'bulk';
	}
	if (mode !== 'absent') {
		report.add('import.value.not-listed', place, { kind: 'one-of', values: MODES });
		return 'bulk';
	}
	if (NEEDED.includes(name)) {
		report.add('import.roster.file-needed', place, { kind: 'one-of', values: ['bulk'] });
	}
	return 'absent';
}

function warnOfLeftOut(
	file: string,
	properties: ReadonlyMap<string, Property>,
	report: Report
): void {
	for (const name of NOT_IMPORTED) {
		const field = `file.${name}`;
		const property = properties.get(field);
		if (property === undefined || /^(?:absent)?$/iu.test(property.value)) continue;
		report.add('import.file.not-imported', { file, row: property.row, field });
	}
}
