import type { Report } from '../diagnostics/index.ts';
import { readText, type SourceFile } from '../text/index.ts';
import { isObject, JsonObject } from './json-object.ts';
import { locateJsonError } from './locate-json-error.ts';

export interface CaseLimits {
	readonly bytes: number;
	readonly items: number;
	readonly associations: number;
}

export const CASE_LIMITS: CaseLimits = {
	bytes: 64 * 2 ** 20,
	items: 50_000,
	associations: 250_000
};

/** The parts of a CASE package, each an object that can be read field by field. */
export interface CasePackage {
	readonly file: string;
	readonly document: JsonObject;
	readonly items: readonly JsonObject[];
	readonly associations: readonly JsonObject[];
	readonly licences: readonly JsonObject[];
}

/** Text to package: JSON, the right top-level shape, within limits; else a report and `null`. */
export async function readPackage(
	file: SourceFile,
	report: Report,
	limits: CaseLimits = CASE_LIMITS
): Promise<CasePackage | null> {
	const text = await readText(file, limits.bytes, report);
	if (text === null) return null;
	const value = parseJson(text, file.name, report);
	if (value === undefined) return null;
	const top = isObject(value) && isObject(value['CFPackage']) ? value['CFPackage'] : value;
	if (!isObject(top) || !isObject(top['CFDocument'])) {
		const expected = { kind: 'property', name: 'CFDocument' } as const;
		report.add('import.case.not-a-package', { file: file.name, field: 'CFDocument' }, expected);
		return null;
	}
	const open = (list: string, limit: number) => openList(top, list, limit, file.name, report);
	const items = open('CFItems', limits.items);
	const associations = open('CFAssociations', limits.associations);
	if (items === null || associations === null) return null;
	const place = { file: file.name, list: 'CFDocument', row: 1 };
	const document = new JsonObject(top['CFDocument'], place, report);
	return {
		file: file.name,
		document,
		items,
		associations,
		licences: licences(top, file.name, report)
	};
}

function parseJson(text: string, file: string, report: Report): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		const { line, column } = locateJsonError(text) ?? { line: 1, column: 1 };
		report.add('import.case.invalid-json', { file, row: line }, { kind: 'json', column });
		return undefined;
	}
}

/** A list of objects; an absent list is empty. Elements that are no objects are reported one by one. */
function openList(
	top: Readonly<Record<string, unknown>>,
	list: string,
	limit: number,
	file: string,
	report: Report
): readonly JsonObject[] | null {
	const found = top[list] ?? [];
	if (!Array.isArray(found)) {
		report.add('import.case.wrong-type', { file, field: list }, { kind: 'list' });
		return null;
	}
	if (found.length > limit) {
		const expected = { kind: 'at-most', limit, unit: 'items' } as const;
		report.add('import.case.too-many', { file, field: list }, expected);
		return null;
	}
	const values: readonly unknown[] = found;
	return values.flatMap((value, at) => {
		if (isObject(value)) return [new JsonObject(value, { file, list, row: at + 1 }, report)];
		report.add('import.case.wrong-type', { file, row: at + 1, field: list }, { kind: 'object' });
		return [];
	});
}

function licences(
	top: Readonly<Record<string, unknown>>,
	file: string,
	report: Report
): readonly JsonObject[] {
	const definitions = top['CFDefinitions'];
	if (Array.isArray(definitions) && definitions.length === 0) {
		const place = { file, field: 'CFDefinitions' };
		report.add('import.case.empty-list', place, { kind: 'object' });
	}
	const found = isObject(definitions) ? definitions['CFLicenses'] : undefined;
	const list: readonly unknown[] = Array.isArray(found) ? found : [];
	const place = { file, list: 'CFLicenses' };
	return list.flatMap((value, at) =>
		isObject(value) ? [new JsonObject(value, { ...place, row: at + 1 }, report)] : []
	);
}
