import type { Best } from './best.ts';
import { NONE } from './instance.ts';
import { clearPlan } from './plan-state.ts';
import { place, seat } from './primitives.ts';
import type { State } from './state.ts';

/** Turns the state into the given plan, exactly. */
export function restore(state: State, best: Best): void {
	state.recording = false;
	clearPlan(state);
	for (let k = 0; k < best.slotOf.length; k++) {
		const slot = best.slotOf[k] ?? NONE;
		if (slot !== NONE) place(state, k, slot, best.roomOf[k] ?? NONE, best.adultOf[k] ?? NONE);
	}
	for (let j = 0; j < best.sessionOf.length; j++) {
		const session = best.sessionOf[j] ?? NONE;
		if (session !== NONE) seat(state, j, session);
	}
	state.trail.length = 0;
	state.recording = true;
}

/**
 * Orders the members of every session by option. The order of members is the only part of a state
 * that its plan does not determine; sorted at each checkpoint, a resumed run equals an unbroken one.
 */
export function sortMembers(state: State): void {
	for (let k = 0; k < state.instance.sessions; k++) {
		const first = state.memberStart[k] ?? 0;
		const members = state.members.subarray(first, first + (state.size[k] ?? 0)).sort();
		for (let i = 0; i < members.length; i++) state.memberAt[members[i] ?? 0] = first + i;
	}
}
