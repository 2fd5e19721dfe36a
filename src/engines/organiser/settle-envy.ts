import { LEVELS } from './criteria.ts';
import { NONE } from './instance.ts';
import { membersOf } from './plan-state.ts';
import { rollBack, seat, unseat } from './primitives.ts';
import { capacity, isFree, maySeat } from './rules.ts';
import { compareLevels } from './score.ts';
import type { State } from './state.ts';

/** Passes over all sections; each pass only ever makes the levels better, so it ends. */
const PASSES = 20;

/**
 * Levels in which what a seat is worth to one learner does not hang on who else sits there: what an
 * exchange changes in them is what the one gains and the other loses.
 */
const APART = LEVELS.indexOf('groups');

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

/** A member with what the levels lose if they go. */
interface Holder {
	readonly option: number;
	readonly loss: Float64Array;
}

function settle(state: State, session: number, depth: number): boolean {
	const slot = state.slotOf[session] ?? NONE;
	if (slot === NONE || state.frozen[slot] === 1) return false;
	if ((state.size[session] ?? 0) < capacity(state, session)) return false;
	const { start, items } = state.instance.offerOptions;
	const offer = state.instance.sessionOffer[session] ?? 0;
	let holders: readonly Holder[] | undefined;
	let changed = false;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const option = items[i] ?? 0;
		if (state.sessionOf[option] !== NONE || state.instance.optionAllowed[option] === 0) continue;
		if (!isFree(state, option, slot)) continue;
		holders ??= holdersOf(state, session);
		if (!takeOver(state, option, session, depth, holders)) continue;
		holders = undefined;
		changed = true;
	}
	return changed;
}

function holdersOf(state: State, session: number): readonly Holder[] {
	const before = state.levels.slice();
	return membersOf(state, session).map((option) => {
		unseat(state, option);
		const loss = state.levels.map((level, i) => level - (before[i] ?? 0));
		rollBack(state);
		return { option, loss };
	});
}

/** The exchange with a member that makes the levels best, if any makes them better. */
function takeOver(
	state: State,
	option: number,
	session: number,
	depth: number,
	holders: readonly Holder[]
): boolean {
	const gain = gainOf(state, option, session, holders[0]?.option ?? NONE);
	let best = state.levels.slice(0, depth);
	let out = NONE;
	for (const { option: member, loss } of holders) {
		if (!mayPay(gain, loss, depth) || !exchange(state, option, member, session)) continue;
		const levels = state.levels.slice(0, depth);
		if (compareLevels(levels, best) < 0) [best, out] = [levels, member];
		rollBack(state);
	}
	if (out !== NONE) exchange(state, option, out, session);
	state.trail.length = 0;
	return out !== NONE;
}

/** What the levels gain if the option takes a seat that one member left (negative is better). */
function gainOf(state: State, option: number, session: number, member: number): Float64Array {
	if (member === NONE) return new Float64Array(LEVELS.length);
	unseat(state, member);
	const before = state.levels.slice();
	seat(state, option, session);
	const gain = state.levels.map((level, i) => level - (before[i] ?? 0));
	rollBack(state);
	return gain;
}

/** Whether the exchange is no worse in the levels that need no trying. */
function mayPay(gain: Float64Array, loss: Float64Array, depth: number): boolean {
	for (let i = 0; i < Math.min(depth, APART); i++) {
		const change = (gain[i] ?? 0) + (loss[i] ?? 0);
		if (change !== 0) return change < 0;
	}
	return depth > APART;
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
