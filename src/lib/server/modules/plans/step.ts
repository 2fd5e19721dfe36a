import { takesEffect, otherSide, type Rung, type Side } from '../agency/index.ts';

/** Under what circumstances a step is added. */
export interface StepAdded {
	readonly side: Side;
	readonly rung: Rung;
	/** A learner's pick from two or more things an adult put together. */
	readonly isOffer?: boolean;
	/** A guardian has to say yes before it starts, whatever the rung. */
	readonly needsGuardian?: boolean;
}

/**
 * Whose yes a new step waits for; null when it may start. At rung 1 a pick from an adult's offer starts at once: the
 * adult said yes by offering it.
 */
export function waitsFor({ side, rung, isOffer, needsGuardian }: StepAdded): Side | null {
	if (needsGuardian && side === 'learner') return 'adult';
	if (takesEffect(rung, side)) return null;
	if (side === 'learner' && rung === 1 && isOffer) return null;
	return otherSide[side];
}
