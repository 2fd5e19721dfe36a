import { compareLevels } from './score.ts';
import type { State } from './state.ts';

/** The best plan met so far, kept as four arrays; compared level by level. */
export interface Best {
	readonly levels: Float64Array;
	readonly sessionOf: Int32Array;
	readonly slotOf: Int32Array;
	readonly roomOf: Int32Array;
	readonly adultOf: Int32Array;
}

export function createBest(state: State): Best {
	return {
		levels: state.levels.slice(),
		sessionOf: state.sessionOf.slice(),
		slotOf: state.slotOf.slice(),
		roomOf: state.roomOf.slice(),
		adultOf: state.adultOf.slice()
	};
}

/** Keeps the state if it is a valid plan and better; says whether it was. */
export function keepIfBetter(best: Best, state: State): boolean {
	if (state.undersized > 0) return false;
	if (compareLevels(state.levels, best.levels) >= 0) return false;
	best.levels.set(state.levels);
	best.sessionOf.set(state.sessionOf);
	best.slotOf.set(state.slotOf);
	best.roomOf.set(state.roomOf);
	best.adultOf.set(state.adultOf);
	return true;
}
