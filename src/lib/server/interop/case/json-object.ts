import type { DiagnosticCode, Expected, Report } from '../diagnostics/index.ts';
import { caseId, isUuid } from './case-id.ts';
import type { CaseId } from './framework-plan.ts';
import { parseInstant } from './parse-instant.ts';
import { plainText } from './plain-text.ts';

/** A pointer to another CASE object. */
export interface CaseLink {
	readonly id: CaseId;
	readonly uri: string | null;
	readonly title: string | null;
}

const MAX_TEXT = 20_000;
const MAX_LEVEL = 255;

export type JsonRecord = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * One object of a package, read field by field. Forgives what real exports get wrong (each time with
 * a warning) and never fails: what cannot be read is `null`, and whoever needs it says so.
 */
export class JsonObject {
	/** Place in its list, from 1. */
	readonly row: number;
	readonly #value: JsonRecord;
	readonly #place: { readonly file: string; readonly list: string };
	readonly #report: Report;

	constructor(
		value: JsonRecord,
		place: { readonly file: string; readonly list: string; readonly row: number },
		report: Report
	) {
		this.#value = value;
		this.#place = place;
		this.#report = report;
		this.row = place.row;
	}

	/** Reports a problem of one field, or of the whole object. */
	fault(code: DiagnosticCode, name: string | null, expected?: Expected): void {
		const { file, list } = this.#place;
		const field = name === null ? list : `${list}.${name}`;
		this.#report.add(code, { file, row: this.row, field }, expected);
	}

	/** The identifier; a missing one is reported, one that is no UUID remarked on. */
	id(): CaseId | null {
		const found = this.knownId();
		if (found === null) this.fault('import.case.missing-id', 'identifier', { kind: 'uuid' });
		else if (!isUuid(found)) this.fault('import.case.not-a-uuid', 'identifier', { kind: 'uuid' });
		return found;
	}

	/** The identifier again, without a word. */
	knownId(): CaseId | null {
		return caseId(this.#read('identifier'));
	}

	/** One line of text without HTML, at most `limit` characters. */
	text(name: string, limit = MAX_TEXT): string | null {
		const found = this.#readOne(name, { kind: 'text' });
		if (found === undefined) return null;
		if (typeof found === 'number') {
			this.fault('import.case.number-form', name, { kind: 'text' });
			return String(found);
		}
		if (typeof found !== 'string') return this.#unreadable(name, { kind: 'text' });
		return this.#plain(name, found, limit);
	}

	/** A list of texts; one text, or texts with commas, is taken as a list. */
	texts(name: string, otherName?: string): readonly string[] {
		const found = this.#read(name) ?? this.#readMisnamed(name, otherName) ?? [];
		if (isObject(found)) this.#unreadable(name, { kind: 'list' });
		const parts: readonly unknown[] = Array.isArray(found)
			? found
			: isObject(found)
				? []
				: String(found).split(',');
		const good = parts.filter((each) => typeof each === 'string' || typeof each === 'number');
		if (good.length < parts.length) this.#unreadable(name, { kind: 'list' });
		return good.map((each) => plainText(String(each)).text.slice(0, MAX_LEVEL)).filter(Boolean);
	}

	integer(name: string): number | null {
		const found = this.#readOne(name, { kind: 'number' });
		if (found === undefined) return null;
		if (Number.isSafeInteger(found)) return Number(found);
		if (typeof found !== 'string' || !/^-?\d{1,9}$/u.test(found.trim())) {
			return this.#unreadable(name, { kind: 'number' });
		}
		this.fault('import.case.number-form', name, { kind: 'number' });
		return Number(found);
	}

	/** An instant in ISO form; without a zone it is read as UTC. */
	instant(name: string): string | null {
		const found = this.#read(name);
		if (found === undefined) return null;
		const expected = { kind: 'date-and-zone' } as const;
		const parsed = typeof found === 'string' ? parseInstant(found.trim()) : null;
		if (parsed === null) this.fault('import.case.bad-date', name, expected);
		else if (!parsed.zoned) this.fault('import.case.date-without-zone', name, expected);
		return parsed?.instant ?? null;
	}

	link(name: string): CaseLink | null {
		const found = this.#readOne(name, { kind: 'object' });
		if (found === undefined) return null;
		if (!isObject(found)) return this.#unreadable(name, { kind: 'object' });
		const id = caseId(found['identifier']);
		if (id === null) return this.#unreadable(name, { kind: 'uuid' });
		const { uri, title } = found;
		return {
			id,
			uri: typeof uri === 'string' ? uri.slice(0, 2_000) : null,
			title: typeof title === 'string' ? plainText(title.slice(0, MAX_TEXT)).text : null
		};
	}

	/** Own properties only; null and empty lists count as absent. */
	#read(name: string): unknown {
		const found = Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
		return isEmptyList(found) ? undefined : (found ?? undefined);
	}

	/** As `#read`, where a list has no place: an empty one is remarked on. */
	#readOne(name: string, expected: Expected): unknown {
		if (isEmptyList(this.#value[name])) this.fault('import.case.empty-list', name, expected);
		return this.#read(name);
	}

	#readMisnamed(name: string, otherName: string | undefined): unknown {
		const found = otherName === undefined ? undefined : this.#read(otherName);
		if (found === undefined || otherName === undefined) return undefined;
		this.fault('import.case.misnamed-field', otherName, { kind: 'property', name });
		return found;
	}

	#plain(name: string, html: string, limit: number): string | null {
		// Markup may double the length; beyond that there is no point in looking.
		const { text, changed } = plainText(html.slice(0, limit * 2));
		if (changed) this.fault('import.case.html-removed', name, { kind: 'text' });
		if (text.length > limit || html.length > limit * 2) {
			this.fault('import.value.too-long', name, { kind: 'at-most', limit, unit: 'characters' });
			return null;
		}
		return text === '' ? null : text;
	}

	#unreadable(name: string, expected: Expected): null {
		this.fault('import.case.unreadable-detail', name, expected);
		return null;
	}
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
