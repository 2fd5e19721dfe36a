import { isSchoolDay, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import type { DiagnosticCode, Expected } from '../diagnostics/index.ts';

/** A fault of one cell, or a remark on one that is accepted. */
export interface Remark {
	readonly code: DiagnosticCode;
	readonly expected: Expected;
}

/** A cell as a value of its own type, or what is wrong with it. */
export type Refined<T> =
	| { readonly ok: true; readonly value: T; readonly remark?: Remark }
	| { readonly ok: false; readonly remark: Remark };

/** Turns a trimmed, non-empty cell into a value. */
export type Refine<T> = (cell: string) => Refined<T>;

export const accept = <T>(value: T): Refined<T> => ({ ok: true, value });
export const refuse = (code: DiagnosticCode, expected: Expected): Refined<never> => ({
	ok: false,
	remark: { code, expected }
});

const CONTROL = /\p{Cc}/u;
const LONGEST_ID = 255;

/** Plain text of one line: no control characters, at most `limit` characters, in NFC. */
export function text(limit = 255): Refine<string> {
	return (cell) => {
		if (CONTROL.test(cell)) return refuse('import.value.control-character', { kind: 'text' });
		if (cell.length > limit) {
			return refuse('import.value.too-long', { kind: 'at-most', limit, unit: 'characters' });
		}
		return accept(cell.normalize('NFC'));
	};
}

/**
 * A `sourcedId`: 1 to 255 characters without spaces, control characters, commas, quotes or braces.
 * The specification asks for uniqueness, not for UUIDs.
 */
export function sourcedId<Id extends string>(): Refine<Id> {
	return (cell) => {
		if (cell.length > LONGEST_ID || /[\s\p{Cc},"{}]/u.test(cell)) {
			return refuse('import.value.not-an-id', { kind: 'id' });
		}
		// SAFETY: an id is any text of this form; which list it belongs to is checked as a reference.
		return accept(cell as Id);
	};
}

/** A day written `YYYY-MM-DD` that exists in the calendar, from 1900 to 2199. */
export function schoolDay(cell: string): Refined<SchoolDay> {
	if (/^(?:19|2[01])/u.test(cell) && isSchoolDay(cell)) return accept(cell);
	return refuse('import.value.not-a-date', { kind: 'date' });
}

/** A year of four digits, 1900 to 2199. */
export function year(cell: string): Refined<number> {
	if (!/^(?:19|2[01])\d\d$/u.test(cell)) return refuse('import.value.not-a-year', { kind: 'year' });
	return accept(Number(cell));
}

/** One of a closed list of words, without regard to case. */
export function oneOf<const Word extends string>(words: readonly Word[]): Refine<Word> {
	return (cell) => {
		const found = words.find((word) => word.toLowerCase() === cell.toLowerCase());
		if (found !== undefined) return accept(found);
		return refuse('import.value.not-listed', { kind: 'one-of', values: words });
	};
}

const flagWord = oneOf(['true', 'false']);

/** `true` or `false`. */
export function flag(cell: string): Refined<boolean> {
	const refined = flagWord(cell);
	return refined.ok ? accept(refined.value === 'true') : refined;
}

/** Comma-separated values in one cell; empty parts and repeats fall away. */
export function listOf<T>(refine: Refine<T>): Refine<readonly T[]> {
	return (cell) => {
		const values = new Set<T>();
		let remark: Remark | undefined;
		for (const part of cell.split(',').map((each) => each.trim())) {
			if (part === '') continue;
			const refined = refine(part);
			if (!refined.ok) return refined;
			remark ??= refined.remark;
			values.add(refined.value);
		}
		return remark ? { ok: true, value: [...values], remark } : accept([...values]);
	};
}

/** An e-mail address good enough to write to; anything else is left out with a warning. */
export function email(cell: string): Refined<string | null> {
	if (cell.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(cell)) return accept(cell);
	const remark: Remark = { code: 'import.value.not-an-email', expected: { kind: 'email' } };
	return { ok: true, value: null, remark };
}

export interface UserId {
	readonly type: string;
	readonly id: string;
}

/** `{type:id},{type:id}`. */
export function userIds(cell: string): Refined<readonly UserId[]> {
	const form = /^\{[^{}:]+:[^{}]+\}(?:\s*,\s*\{[^{}:]+:[^{}]+\})*$/u;
	if (cell.length > 2_000 || CONTROL.test(cell) || !form.test(cell)) {
		return refuse('import.value.not-user-ids', { kind: 'user-ids' });
	}
	const pairs = cell.matchAll(/\{([^{}:]+):([^{}]+)\}/gu);
	return accept([...pairs].map(([, type = '', id = '']) => ({ type: type.trim(), id: id.trim() })));
}
