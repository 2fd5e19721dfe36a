import type { Random } from '../kernel/index.ts';
import { refill, seatAnywhere } from './fill.ts';
import { NONE } from './instance.ts';
import { seat, unseat } from './primitives.ts';
import { capacity, maySeat, meetsApart } from './rules.ts';
import type { State } from './state.ts';

/*
 * Moves of single seats. A move changes the state through primitives and says whether it did
 * anything; the caller accepts it or rolls it back.
 */

/** An open section of an offer drawn at random, or NONE; `not` is left out. */
export function drawSection(state: State, random: Random, offer: number, not: number): number {
	const { offerFirst } = state.instance;
	const first = offerFirst[offer] ?? 0;
	const count = (offerFirst[offer + 1] ?? 0) - first;
	const from = count > 1 ? random.below(count) : 0;
	for (let i = 0; i < count; i++) {
		const k = first + ((from + i) % count);
		if (k !== not && state.slotOf[k] !== NONE) return k;
	}
	return NONE;
}

/**
 * Seats an option in a section, making way: whoever sits in the learner's slot and, where the
 * section is full, one of its members, is unseated and looked after in turn, `depth` times.
 */
export function giveSeat(
	state: State,
	random: Random,
	option: number,
	session: number,
	depth: number
): boolean {
	const { instance } = state;
	const slot = state.slotOf[session] ?? NONE;
	if (slot === NONE || state.frozen[slot] === 1 || instance.optionAllowed[option] === 0)
		return false;
	const learner = instance.optionLearner[option] ?? 0;
	const cell = learner * instance.slots + slot;
	if (instance.away[cell] === 1 || capacity(state, session) === 0) return false;
	if (meetsApart(state, option, session)) return false;
	const left = leaveSeat(state, option);
	if (left === FROZEN) return false;
	const gaveUp = state.seatAt[cell] ?? NONE;
	if (gaveUp !== NONE) unseat(state, gaveUp);
	const pushedOut = makeRoom(state, random, session);
	seat(state, option, session);
	if (pushedOut !== NONE) lookAfter(state, random, pushedOut, slot, depth);
	if (gaveUp !== NONE) seatAnywhere(state, gaveUp, random.below(64));
	if (left !== NONE && left !== slot) refill(state, learner, left);
	return true;
}

const FROZEN = -2;

/** Unseats an option if it is seated; says which slot that frees. */
function leaveSeat(state: State, option: number): number {
	const session = state.sessionOf[option] ?? NONE;
	if (session === NONE) return NONE;
	const slot = state.slotOf[session] ?? 0;
	if (state.frozen[slot] === 1) return FROZEN;
	unseat(state, option);
	return slot;
}

function makeRoom(state: State, random: Random, session: number): number {
	const size = state.size[session] ?? 0;
	if (size < capacity(state, session)) return NONE;
	const out = state.members[(state.memberStart[session] ?? 0) + random.below(size)] ?? NONE;
	unseat(state, out);
	return out;
}

/** Finds a pushed-out learner another section, if need be by pushing on, else another seat. */
function lookAfter(
	state: State,
	random: Random,
	option: number,
	slot: number,
	depth: number
): void {
	if (seatAnywhere(state, option, random.below(64))) return;
	if (depth > 1 && random.next() < 0.5) {
		const other = drawSection(state, random, state.instance.optionOffer[option] ?? 0, NONE);
		if (other !== NONE && giveSeat(state, random, option, other, depth - 1)) return;
	}
	refill(state, state.instance.optionLearner[option] ?? 0, slot);
}

/** One option, drawn at random, into another section of its offer. */
export function moveSeat(state: State, random: Random): boolean {
	const option = random.below(state.instance.options);
	const offer = state.instance.optionOffer[option] ?? 0;
	const session = drawSection(state, random, offer, state.sessionOf[option] ?? NONE);
	return session !== NONE && giveSeat(state, random, option, session, 3);
}

/** An unseated option of a learner in place of what they have in some slot. */
export function changeMind(state: State, random: Random): boolean {
	const { instance } = state;
	for (let tries = 0; tries < 8; tries++) {
		const option = random.below(instance.options);
		if (state.sessionOf[option] !== NONE || instance.optionAllowed[option] === 0) continue;
		const session = drawSection(state, random, instance.optionOffer[option] ?? 0, NONE);
		if (session !== NONE) return giveSeat(state, random, option, session, 2);
	}
	return false;
}

/** Two learners of different sections of one offer change places. */
export function swapSeats(state: State, random: Random): boolean {
	const a = random.below(state.instance.options);
	const from = state.sessionOf[a] ?? NONE;
	if (from === NONE) return false;
	const to = drawSection(state, random, state.instance.optionOffer[a] ?? 0, from);
	const size = to === NONE ? 0 : (state.size[to] ?? 0);
	if (size === 0) return false;
	const b = state.members[(state.memberStart[to] ?? 0) + random.below(size)] ?? 0;
	const [slotFrom, slotTo] = [state.slotOf[from] ?? 0, state.slotOf[to] ?? 0];
	if (state.frozen[slotFrom] === 1 || state.frozen[slotTo] === 1) return false;
	unseat(state, a);
	unseat(state, b);
	if (!maySeat(state, a, to)) return false;
	seat(state, a, to);
	if (!maySeat(state, b, from)) return false;
	seat(state, b, from);
	return true;
}

/** A seat given up; the learner gets the next best thing in that slot. */
export function giveUpSeat(state: State, random: Random): boolean {
	const option = random.below(state.instance.options);
	const slot = leaveSeat(state, option);
	if (slot < 0) return false;
	refill(state, state.instance.optionLearner[option] ?? 0, slot);
	return true;
}
