import type { Random } from '../kernel/index.ts';
import { NONE } from './instance.ts';
import { giveSeat } from './moves-seats.ts';
import { openFor, retimeTo, swapSlotsOf } from './moves-sessions.ts';
import { rollBack } from './primitives.ts';
import type { State } from './state.ts';

/** Learners without a seat beyond the study places of a slot. */
const overflow = (state: State, slot: number): number =>
	Math.max(0, (state.idle[slot] ?? 0) - (state.instance.studySeats[slot] ?? 0));

/** The first slot from a random start in which study is too full (or has places left), or NONE. */
function drawSlot(state: State, random: Random, crowded: boolean): number {
	const { slots } = state.instance;
	const from = random.below(slots);
	for (let i = 0; i < slots; i++) {
		const slot = from + i < slots ? from + i : from + i - slots;
		if (overflow(state, slot) > 0 === crowded && state.frozen[slot] === 0) return slot;
	}
	return NONE;
}

/** An option of a learner who has no seat in the slot, or NONE. */
function drawIdle(state: State, random: Random, slot: number): number {
	const { learners, slots, away, optionStart } = state.instance;
	const from = random.below(learners);
	for (let i = 0; i < learners; i++) {
		const learner = from + i < learners ? from + i : from + i - learners;
		const cell = learner * slots + slot;
		if (away[cell] === 1 || state.seatAt[cell] !== NONE) continue;
		const first = optionStart[learner] ?? 0;
		const count = (optionStart[learner + 1] ?? 0) - first;
		if (count > 0) return first + random.below(count);
	}
	return NONE;
}

/** An open section of the offer in the slot, or NONE. */
function heldAt(state: State, offer: number, slot: number): number {
	const { offerFirst } = state.instance;
	for (let k = offerFirst[offer] ?? 0; k < (offerFirst[offer + 1] ?? 0); k++)
		if (state.slotOf[k] === slot) return k;
	return NONE;
}

/**
 * Where study is too full, somebody idle gets a seat there (from another slot, if need be), a
 * section opens, or one comes over from a slot with study places left, alone or for a smaller one. The contract is that of all moves.
 */
export function relieveStudy(state: State, random: Random): boolean {
	const slot = drawSlot(state, random, true);
	if (slot === NONE) return false;
	if (random.next() < 0.4) return comeOver(state, random, slot);
	const option = drawIdle(state, random, slot);
	if (option === NONE) return false;
	const session = heldAt(state, state.instance.optionOffer[option] ?? 0, slot);
	if (session === NONE) return openFor(state, random, option, slot);
	return giveSeat(state, random, option, session, 2);
}

function comeOver(state: State, random: Random, slot: number): boolean {
	const session = drawHeld(state, random, drawSlot(state, random, false));
	if (session === NONE) return false;
	const other = random.next() < 0.5 ? drawHeld(state, random, slot) : NONE;
	if (other === NONE) return retimeTo(state, random, session, slot);
	// In exchange for a smaller one.
	if (mostIn(state, session) <= mostIn(state, other)) return false;
	return swapSlotsOf(state, random, session, other);
}

const mostIn = (state: State, session: number): number =>
	state.instance.offerMaximum[state.instance.sessionOffer[session] ?? 0] ?? 0;

/** A section that is held in the slot, or NONE. */
function drawHeld(state: State, random: Random, slot: number): number {
	const { sessions } = state.instance;
	if (slot === NONE || sessions === 0) return NONE;
	const from = random.below(sessions);
	for (let i = 0; i < sessions; i++) {
		const session = from + i < sessions ? from + i : from + i - sessions;
		if (state.slotOf[session] === slot) return session;
	}
	return NONE;
}

/** Moves that bring everybody into a seat or a study place, as far as `tries` of them suffice. */
export function findPlaces(state: State, random: Random, tries: number): void {
	state.recording = true;
	for (let i = 0; i < tries && drawSlot(state, random, true) !== NONE; i++) {
		const before = state.cost;
		const done = relieveStudy(state, random);
		if (!done || state.undersized > 0 || state.cost > before + 3000) rollBack(state);
		state.trail.length = 0;
	}
	state.recording = false;
}
