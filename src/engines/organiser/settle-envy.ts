import { NONE } from './instance.ts';
import { membersOf } from './plan-state.ts';
import { rollBack, seat, unseat } from './primitives.ts';
import { capacity, isFree, maySeat } from './rules.ts';
import { compareLevels } from './score.ts';
import type { State } from './state.ts';

/** Passes over all sections; each pass only ever makes the levels better, so it ends. */
const PASSES = 20;

/**
 * Gives seats to idle learners who have the better claim, until no such exchange makes the levels
 * better: after it no seat is held by a wish while the week would be fairer the other way. `depth`:
 * how many of the levels count.
 */
export function settleEnvy(state: State, depth: number): void {
	state.recording = true;
	for (let pass = 0; pass < PASSES; pass++) {
		let changed = false;
		for (let k = 0; k < state.instance.sessions; k++) changed = settle(state, k, depth) || changed;
		if (!changed) break;
	}
	state.recording = false;
}

function settle(state: State, session: number, depth: number): boolean {
	const slot = state.slotOf[session] ?? NONE;
	if (slot === NONE || state.frozen[slot] === 1) return false;
	const { start, items } = state.instance.offerOptions;
	const offer = state.instance.sessionOffer[session] ?? 0;
	let changed = false;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const option = items[i] ?? 0;
		if (state.sessionOf[option] !== NONE || state.instance.optionAllowed[option] === 0) continue;
		if (isFree(state, option, slot)) changed = takeOver(state, option, session, depth) || changed;
	}
	return changed;
}

/** The exchange with a member that makes the levels best, if any makes them better. */
function takeOver(state: State, option: number, session: number, depth: number): boolean {
	if ((state.size[session] ?? 0) < capacity(state, session)) return false;
	let best = state.levels.slice(0, depth);
	let out = NONE;
	for (const member of membersOf(state, session)) {
		if (!exchange(state, option, member, session)) continue;
		const levels = state.levels.slice(0, depth);
		if (compareLevels(levels, best) < 0) [best, out] = [levels, member];
		rollBack(state);
	}
	if (out !== NONE) exchange(state, option, out, session);
	state.trail.length = 0;
	return out !== NONE;
}

function exchange(state: State, option: number, member: number, session: number): boolean {
	unseat(state, member);
	if (maySeat(state, option, session)) {
		seat(state, option, session);
		return true;
	}
	rollBack(state);
	return false;
}
