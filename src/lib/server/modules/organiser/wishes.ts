import { createRandom } from '#engines/kernel/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { ladderRules, takesEffect, type Rung, type Side } from '../agency/index.ts';
import { ageOfGrade, ageOn } from '../people/index.ts';
import type { Standing, WeekId } from './organiser.tables.ts';

/** Who says something, at which rung, out of how many real options. */
export interface Said {
	readonly rung: Rung;
	readonly side: Side;
	readonly options: number;
}

/**
 * Whether what is said counts at once or waits for the other side. At rung 1 a learner who picks among real options has
 * picked from an adult's offer, so it counts.
 */
export function standingOf({ rung, side, options }: Said): Standing {
	const isPick = rung === 1 && side === 'learner' && options >= ladderRules[rung].leastOptions;
	return isPick || takesEffect(rung, side) ? 'in-force' : 'waiting';
}

/** What is said about a learner's age, as far as it is known. */
export interface AgeFacts {
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
}

/** Whole years on that day; null where nothing is known. */
export const ageOf = ({ birthDate, grade }: AgeFacts, day: SchoolDay): number | null =>
	birthDate ? ageOn(birthDate, day) : ageOfGrade(grade);

/** Whether an offer is for this age; an unknown age fits everything. */
export const fitsAge = (
	offer: { readonly ageFrom: number | null; readonly ageTo: number | null },
	age: number | null
): boolean => age === null || ((offer.ageFrom ?? 0) <= age && age <= (offer.ageTo ?? 99));

/** The seed of one learner's list of one week (FNV-1a, 32 bit): the same before the list is kept and after. */
export function seedOfList(weekId: WeekId, learnerId: PersonId): number {
	let hash = 0x811c9dc5;
	for (const char of `${weekId}${learnerId}`)
		hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
	return hash;
}

/** The choices in the order in which this learner first meets them: drawn, so that no offer gains by its place. */
export function inDrawnOrder<T>(choices: readonly T[], seed: number): readonly T[] {
	const random = createRandom(seed);
	const drawn = [...choices];
	for (let last = drawn.length - 1; last > 0; last--) {
		const pick = random.below(last + 1);
		const [one, other] = [drawn[last], drawn[pick]];
		if (one === undefined || other === undefined) continue;
		drawn[last] = other;
		drawn[pick] = one;
	}
	return drawn;
}

/** Wishes after the time for them are kept all the same, to be repaired into the week. */
export const isLate = (savedAt: Date, wishesUntil: Date): boolean => savedAt > wishesUntil;
