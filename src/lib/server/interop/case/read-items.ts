import { ageBandOf, typicalAge, grade, type AgeBand } from '../oneroster/index.ts';
import type { CaseId, FrameworkDocument, FrameworkItem } from './framework-plan.ts';
import type { JsonObject } from './json-object.ts';
import type { CasePackage } from './read-package.ts';

/** An item before its place in the tree is known. */
export type LooseItem = Omit<FrameworkItem, 'parentIds' | 'position' | 'strandId'> & {
	readonly row: number;
};

/** The document; `null` when its id or title is missing. */
export function readDocument({ document, licences }: CasePackage): FrameworkDocument | null {
	const id = document.id();
	const title = document.text('title', 1_000);
	if (title === null) document.fault('import.value.missing', 'title', { kind: 'text' });
	const rest = {
		uri: document.text('uri', 2_000),
		creator: document.text('creator', 1_000),
		publisher: document.text('publisher', 1_000),
		version: document.text('version', 255),
		language: document.text('language', 35),
		subjects: document.texts('subject'),
		status: document.text('adoptionStatus', 255),
		notes: document.text('notes'),
		changedAt: document.instant('lastChangeDateTime'),
		licence: licenceOf(document, licences)
	};
	return id === null || title === null ? null : { id, title, ...rest };
}

function licenceOf(
	document: JsonObject,
	licences: readonly JsonObject[]
): FrameworkDocument['licence'] {
	const link = document.link('licenseURI');
	const found = licences.find((each) => link === null || each.knownId() === link.id);
	const title = link?.title ?? found?.text('title', 1_000) ?? null;
	return title === null ? null : { title, text: found?.text('licenseText') ?? null };
}

/** All items with an id and a statement; the rest is reported. */
export function readItems(source: CasePackage): readonly LooseItem[] {
	const rows = new Map<CaseId, number>();
	const codes = new Map<string, number>();
	return source.items.flatMap((object) => {
		const item = readItem(object);
		if (item === null) return [];
		const firstRow = rows.get(item.id);
		if (firstRow !== undefined) {
			object.fault('import.case.duplicate-id', 'identifier', { kind: 'unique', firstRow });
			return [];
		}
		rows.set(item.id, item.row);
		noteCode(object, item, codes);
		return [item];
	});
}

function noteCode(object: JsonObject, { code, row }: LooseItem, codes: Map<string, number>): void {
	if (code === null) return;
	const firstRow = codes.get(code);
	if (firstRow === undefined) codes.set(code, row);
	else object.fault('import.case.repeated-code', 'humanCodingScheme', { kind: 'unique', firstRow });
}

function readItem(object: JsonObject): LooseItem | null {
	const id = object.id();
	const fullStatement = object.text('fullStatement');
	if (fullStatement === null) {
		object.fault('import.case.missing-statement', 'fullStatement', { kind: 'text' });
	}
	const gradeLevels = object.texts('educationLevel', 'educationalLevel');
	const rest = {
		row: object.row,
		uri: object.text('uri', 2_000),
		code: object.text('humanCodingScheme', 255),
		abbreviatedStatement: object.text('abbreviatedStatement', 1_000),
		type: object.text('CFItemType', 255) ?? object.link('CFItemTypeURI')?.title ?? null,
		language: object.text('language', 35),
		gradeLevels,
		ageBands: ageBandsOf(gradeLevels),
		notes: object.text('notes'),
		changedAt: object.instant('lastChangeDateTime')
	};
	return id === null || fullStatement === null ? null : { id, fullStatement, ...rest };
}

/** Year 1 of England is the year after kindergarten age 5: age n + 4 at its start. */
const ENGLAND_YEAR = /^Y(1[0-3]|[1-9])$/u;

function ageBandsOf(levels: readonly string[]): readonly AgeBand[] {
	const ages = levels.map((level) => {
		const year = ENGLAND_YEAR.exec(level)?.[1];
		if (year !== undefined) return Number(year) + 4;
		const code = grade(level);
		return code.ok ? typicalAge(code.value) : null;
	});
	return [...new Set(ages.flatMap((age) => (age === null ? [] : [ageBandOf(age)])))];
}
