import type { AgeBand } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';

/** Whole years between two days. */
export function ageOn(birthDate: SchoolDay, today: SchoolDay): number {
	const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
	return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The age a CEDS grade usually stands for: KG is 5, 01 is 6, 12 is 17; null for any other code. */
export function ageOfGrade(grade: string | null): number | null {
	if (grade === 'KG') return 5;
	return grade !== null && /^(0[1-9]|1[0-2])$/.test(grade) ? Number(grade) + 5 : null;
}

export interface BandFacts {
	readonly override: AgeBand | null;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
}

/** Which interface a learner gets: the override, else the age, else the grade, else the oldest band. */
export function ageBandOf({ override, birthDate, grade }: BandFacts, today: SchoolDay): AgeBand {
	if (override) return override;
	const age = knownAge(birthDate, grade, today);
	if (age === null || age >= 12) return '12-18';
	return age >= 8 ? '8-11' : '5-7';
}

/** Whole years by the birth date, else by the year at school; null where neither is known. */
export const knownAge = (
	birthDate: SchoolDay | null,
	grade: string | null,
	today: SchoolDay
): number | null => (birthDate ? ageOn(birthDate, today) : ageOfGrade(grade));
