import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import type { DiagnosticCode, Expected, Report } from '../diagnostics/index.ts';
import type { CaseId } from './framework-plan.ts';
import { plainText } from './plain-text.ts';

/** A pointer to another CASE object. */
export interface CaseLink {
	readonly id: CaseId;
	readonly uri: string | null;
	readonly title: string | null;
}

/**
 * Reads one object of a package, forgiving what real exports get wrong (each time with a warning)
 * and never failing: what cannot be read is `null`, and whoever needs it says so.
 */
export interface JsonObject {
	readonly row: number;
	/** One line of text without HTML. */
	text(name: string, limit?: number): string | null;
	/** A list of texts; one text, or texts with commas, is taken as a list. */
	texts(name: string, otherName?: string): readonly string[];
	integer(name: string): number | null;
	/** An instant in ISO form; without a zone it is read as UTC. */
	instant(name: string): string | null;
	link(name: string): CaseLink | null;
	/** The identifier; a missing one is reported, one that is no UUID remarked on. */
	id(): CaseId | null;
	/** The identifier again, without a word. */
	knownId(): CaseId | null;
	fault(code: DiagnosticCode, field: string | null, expected?: Expected): void;
}

const MAX_TEXT = 20_000;
const MAX_ID = 255;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A reader over `value`, which lies at `row` of the list called `list` in `file`. */
export function jsonObject(
	value: Readonly<Record<string, unknown>>,
	place: { readonly file: string; readonly list: string; readonly row: number },
	report: Report
): JsonObject {
	const { file, list, row } = place;
	const fault: JsonObject['fault'] = (code, field, expected) =>
		report.add(code, { file, row, field: field === null ? list : `${list}.${field}` }, expected);
	const read = (name: string): unknown => {
		const found = Object.hasOwn(value, name) ? value[name] : undefined;
		if (Array.isArray(found) && found.length === 0) return undefined;
		return found ?? undefined;
	};
	const unreadable = (name: string, expected: Expected) => {
		fault('import.case.unreadable-detail', name, expected);
		return null;
	};

	function text(name: string, limit = MAX_TEXT): string | null {
		const found = read(name);
		if (isEmptyList(value, name)) fault('import.case.empty-list', name, { kind: 'text' });
		if (found === undefined) return null;
		if (typeof found === 'number') {
			fault('import.case.number-form', name, { kind: 'text' });
			return String(found);
		}
		if (typeof found !== 'string') return unreadable(name, { kind: 'text' });
		const { text: plain, changed } = plainText(found.slice(0, limit * 2));
		if (changed) fault('import.case.html-removed', name, { kind: 'text' });
		if (plain.length > limit || found.length > limit * 2) {
			fault('import.value.too-long', name, { kind: 'at-most', limit, unit: 'characters' });
			return null;
		}
		return plain === '' ? null : plain;
	}

	function texts(name: string, otherName?: string): readonly string[] {
		const misnamed = otherName !== undefined && read(name) === undefined && read(otherName);
		if (misnamed) fault('import.case.misnamed-field', otherName, { kind: 'property', name });
		const found = read(misnamed ? otherName : name) ?? [];
		const parts = Array.isArray(found) ? found : String(isObject(found) ? '' : found).split(',');
		const good = parts.filter((each) => typeof each === 'string' || typeof each === 'number');
		if (good.length < parts.length || isObject(found)) unreadable(name, { kind: 'list' });
		return good.map((each) => plainText(String(each)).text.slice(0, MAX_ID)).filter(Boolean);
	}

	function integer(name: string): number | null {
		const found = read(name);
		if (found === undefined) return null;
		if (Number.isSafeInteger(found)) return Number(found);
		if (typeof found !== 'string' || !/^-?\d{1,9}$/u.test(found.trim())) {
			return unreadable(name, { kind: 'number' });
		}
		fault('import.case.number-form', name, { kind: 'number' });
		return Number(found);
	}

	function instant(name: string): string | null {
		const found = read(name);
		if (found === undefined) return null;
		const parsed = typeof found === 'string' ? parseInstant(found.trim()) : null;
		if (parsed === null) fault('import.case.bad-date', name, { kind: 'date-and-zone' });
		else if (!parsed.zoned) {
			fault('import.case.date-without-zone', name, { kind: 'date-and-zone' });
		}
		return parsed?.instant ?? null;
	}

	function link(name: string): CaseLink | null {
		const found = read(name);
		if (isEmptyList(value, name)) fault('import.case.empty-list', name, { kind: 'object' });
		if (found === undefined) return null;
		if (!isObject(found)) return unreadable(name, { kind: 'object' });
		const id = idText(found['identifier']);
		const uri = typeof found['uri'] === 'string' ? found['uri'].slice(0, 2_000) : null;
		const title = typeof found['title'] === 'string' ? plainText(found['title']).text : null;
		return id === null ? unreadable(name, { kind: 'uuid' }) : { id, uri, title };
	}

	function id(): CaseId | null {
		const found = idText(read('identifier'));
		if (found === null) fault('import.case.missing-id', 'identifier', { kind: 'uuid' });
		else if (!UUID.test(found)) fault('import.case.not-a-uuid', 'identifier', { kind: 'uuid' });
		return found;
	}

	const knownId = () => idText(read('identifier'));
	return { row, knownId, text, texts, integer, instant, link, id, fault };
}

const isEmptyList = (value: Readonly<Record<string, unknown>>, name: string) => {
	const found = Object.hasOwn(value, name) ? value[name] : undefined;
	return Array.isArray(found) && found.length === 0;
};

function idText(value: unknown): CaseId | null {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || text.length > MAX_ID || !/^[^\s\p{Cc}]+$/u.test(text))
		return null;
	// SAFETY: an id is any text of this form; UUIDs differ by case alone, so they are folded.
	return (UUID.test(text) ? text.toLowerCase() : text) as CaseId;
}

const INSTANT =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/** An ISO date with or without time and zone, as an instant; `null` when no such moment exists. */
function parseInstant(text: string): { readonly instant: string; readonly zoned: boolean } | null {
	const [, day, time, zone] = INSTANT.exec(text) ?? [];
	if (!isSchoolDay(day)) return null;
	const offset = zone?.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2').toUpperCase() ?? 'Z';
	const at = new Date(`${day}T${time ?? '00:00'}${offset}`);
	if (Number.isNaN(at.getTime())) return null;
	return { instant: at.toISOString(), zoned: zone !== undefined };
}
