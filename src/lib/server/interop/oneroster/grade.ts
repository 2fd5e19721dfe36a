import type { Brand } from '#engines/kernel/index.ts';
import { accept, refuse, type Refined } from './refine.ts';

/** A grade of the CEDS list that OneRoster 1.1 uses. */
export type GradeCode = Brand<string, 'ceds-grade'>;

/** Chooses the interface and the entitlement (domain.md, Age band). */
export type AgeBand = '5-7' | '8-11' | '12-18';

const BEFORE_SCHOOL = ['IT', 'PR', 'PK', 'TK'];
const NUMBERED = Array.from({ length: 13 }, (_, at) => String(at + 1).padStart(2, '0'));
const AFTER_SCHOOL = ['PS', 'UG', 'Other'];
export const GRADE_CODES = [...BEFORE_SCHOOL, 'KG', ...NUMBERED, ...AFTER_SCHOOL];

/** A CEDS code; a digit that lost its zero in a spreadsheet is taken with a warning. */
export function grade(cell: string): Refined<GradeCode> {
	const padded = /^[1-9]$/u.test(cell) ? `0${cell}` : cell;
	const code = GRADE_CODES.find((each) => each.toLowerCase() === padded.toLowerCase());
	const expected = { kind: 'one-of', values: GRADE_CODES } as const;
	if (code === undefined) return refuse('import.value.not-a-grade', expected);
	// SAFETY: the code was found in the list.
	const value = code as GradeCode;
	if (padded === cell) return accept(value);
	return { ok: true, value, remark: { code: 'import.value.grade-without-zero', expected } };
}

/** Age in whole years at the start of that school year, typically; `null` for codes without one. */
export function typicalAge(code: GradeCode): number | null {
	if (code === 'KG') return 5;
	if (code === 'PK' || code === 'TK') return 4;
	const number = NUMBERED.indexOf(code);
	return number < 0 ? null : number + 6;
}

/** The band of an age in years; outside 5 to 18 the nearest one. */
export function ageBandOf(age: number): AgeBand {
	if (age <= 7) return '5-7';
	return age <= 11 ? '8-11' : '12-18';
}

/** Whole years from birth to a day, both `YYYY-MM-DD`; negative before birth. */
export function ageOn(birth: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
	return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
