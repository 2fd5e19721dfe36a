import type { Random } from '../kernel/index.ts';
import { fillSession, refill, seatAnywhere } from './fill.ts';
import { closedSection, openSection } from './greedy.ts';
import { NONE } from './instance.ts';
import { giveSeat } from './moves-seats.ts';
import { findAdult, IMPOSSIBLE } from './places.ts';
import { closeSession, membersOf } from './plan-state.ts';
import { changeAdult, changeRoom, lift, seat, unseat } from './primitives.ts';
import { mayMove, maySeat, roomIsFree } from './rules.ts';
import type { State } from './state.ts';

/* Moves of whole sections; the same contract as the moves of seats. */

/** An open section that may move, drawn at random, or NONE. */
function drawOpen(state: State, random: Random): number {
	for (let tries = 0; tries < 8; tries++) {
		const k = random.below(state.instance.sessions);
		if (mayMove(state, k)) return k;
	}
	return NONE;
}

function emptied(state: State, session: number): readonly number[] {
	const members = membersOf(state, session);
	for (const option of members) unseat(state, option);
	return members;
}

/** Puts members back: in their section, else in another one, else in the next best seat. */
function bringBack(
	state: State,
	random: Random,
	members: readonly number[],
	session: number,
	oldSlot: number
): void {
	for (const option of members) if (maySeat(state, option, session)) seat(state, option, session);
	for (const option of members) {
		if (state.sessionOf[option] === NONE) seatAnywhere(state, option, random.below(64));
		refill(state, state.instance.optionLearner[option] ?? 0, oldSlot);
	}
}

/** A section to another slot; members who cannot follow are looked after. */
export function retime(state: State, random: Random): boolean {
	const session = drawOpen(state, random);
	return session !== NONE && retimeTo(state, random, session, random.below(state.instance.slots));
}

/** The same with the section and its new slot given. */
export function retimeTo(state: State, random: Random, session: number, slot: number): boolean {
	const [oldSlot, adult] = [state.slotOf[session] ?? 0, state.adultOf[session] ?? NONE];
	if (slot === oldSlot || !mayMove(state, session)) return false;
	const members = emptied(state, session);
	lift(state, session);
	if (!openSection(state, session, slot, adult)) return false;
	const insist = random.next() < 0.5;
	for (const option of members)
		if (insist && !maySeat(state, option, session)) giveSeat(state, random, option, session, 1);
	bringBack(state, random, members, session, oldSlot);
	fillSession(state, session, random.below(1024));
	return true;
}

/** Two sections exchange their slots. */
export function swapSlots(state: State, random: Random): boolean {
	const a = drawOpen(state, random);
	const b = drawOpen(state, random);
	return a !== NONE && b !== NONE && swapSlotsOf(state, random, a, b);
}

/** The same with both sections given. */
export function swapSlotsOf(state: State, random: Random, a: number, b: number): boolean {
	if (state.slotOf[a] === state.slotOf[b] || !mayMove(state, a) || !mayMove(state, b)) return false;
	return exchange(state, random, [a, b], state.slotOf[a] ?? 0, state.slotOf[b] ?? 0);
}

/** Most sections one chain may move. */
const LONGEST_CHAIN = 16;

/** Kempe chain: sections of two slots tied together by common learners change slots as one. */
export function kempe(state: State, random: Random): boolean {
	const first = drawOpen(state, random);
	if (first === NONE) return false;
	const from = state.slotOf[first] ?? 0;
	const to = random.below(state.instance.slots);
	if (to === from || state.frozen[to] === 1) return false;
	const chain = [first];
	for (let i = 0; i < chain.length; i++) {
		const session = chain[i] ?? 0;
		const other = state.slotOf[session] === from ? to : from;
		for (const option of membersOf(state, session)) {
			const tied = sessionOfLearner(state, state.instance.optionLearner[option] ?? 0, other);
			if (tied === NONE || chain.includes(tied)) continue;
			if (!mayMove(state, tied) || chain.length >= LONGEST_CHAIN) return false;
			chain.push(tied);
		}
	}
	return exchange(state, random, chain, from, to);
}

function sessionOfLearner(state: State, learner: number, slot: number): number {
	const option = state.seatAt[learner * state.instance.slots + slot] ?? NONE;
	return option === NONE ? NONE : (state.sessionOf[option] ?? NONE);
}

function exchange(
	state: State,
	random: Random,
	sessions: readonly number[],
	slotA: number,
	slotB: number
): boolean {
	const taken = sessions.map((session) => ({
		session,
		old: state.slotOf[session] ?? 0,
		adult: state.adultOf[session] ?? NONE,
		members: emptied(state, session)
	}));
	for (const { session } of taken) lift(state, session);
	for (const { session, old, adult } of taken)
		if (!openSection(state, session, old === slotA ? slotB : slotA, adult)) return false;
	for (const { session, members } of taken)
		for (const option of members) if (maySeat(state, option, session)) seat(state, option, session);
	for (const { session, old, members } of taken) bringBack(state, random, members, session, old);
	return true;
}

/** A further section of an offer somebody waits for; takes over members of fuller ones (split). */
export function openMore(state: State, random: Random): boolean {
	const { instance } = state;
	return openFor(state, random, random.below(instance.options), random.below(instance.slots));
}

/** The same with the option that is waited for and the slot given. */
export function openFor(state: State, random: Random, option: number, slot: number): boolean {
	const { instance } = state;
	const session = closedSection(state, instance.optionOffer[option] ?? 0);
	if (session === NONE || instance.optionAllowed[option] === 0) return false;
	if (!openSection(state, session, slot)) return false;
	if (!giveSeat(state, random, option, session, 1)) return false;
	fillSession(state, session, random.below(1024));
	return topUp(state, random, session);
}

/** Brings an undersized section to its minimum with members of other sections of the offer. */
function topUp(state: State, random: Random, session: number): boolean {
	const offer = state.instance.sessionOffer[session] ?? 0;
	const least = state.instance.offerMinimum[offer] ?? 0;
	const { start, items } = state.instance.offerOptions;
	const first = start[offer] ?? 0;
	const count = (start[offer + 1] ?? 0) - first;
	const from = random.below(Math.max(1, count));
	for (let i = 0; i < count && (state.size[session] ?? 0) < least; i++) {
		const option = items[first + ((from + i) % count)] ?? 0;
		if (state.sessionOf[option] !== session) giveSeat(state, random, option, session, 1);
	}
	return (state.size[session] ?? 0) >= least;
}

/** A section closes; its members go to other sections (merge) or to the next best seat. */
export function closeOne(state: State, random: Random): boolean {
	const session = drawOpen(state, random);
	if (session === NONE) return false;
	const slot = state.slotOf[session] ?? 0;
	const members = membersOf(state, session);
	closeSession(state, session);
	for (const option of members) {
		seatAnywhere(state, option, random.below(64));
		refill(state, state.instance.optionLearner[option] ?? 0, slot);
	}
	return true;
}

/** A section closes and another offer opens in its place, with the same adult if possible. */
export function replace(state: State, random: Random): boolean {
	const session = drawOpen(state, random);
	if (session === NONE) return false;
	const [slot, adult] = [state.slotOf[session] ?? 0, state.adultOf[session] ?? NONE];
	const option = random.below(state.instance.options);
	const other = closedSection(state, state.instance.optionOffer[option] ?? 0);
	if (other === NONE || state.sessionOf[option] !== NONE) return false;
	const members = membersOf(state, session);
	closeSession(state, session);
	if (!openSection(state, other, slot, adult)) return false;
	for (const member of members) seatAnywhere(state, member, random.below(64));
	fillSession(state, other, random.below(1024));
	for (const member of members) refill(state, state.instance.optionLearner[member] ?? 0, slot);
	return topUp(state, random, other);
}

/** Another adult for a section, by exchange if that one is busy in the slot. */
export function switchAdult(state: State, random: Random): boolean {
	const { instance } = state;
	const session = drawOpen(state, random);
	if (session === NONE || instance.pinAdult[session] !== NONE) return false;
	const offer = instance.sessionOffer[session] ?? 0;
	if (instance.offerNeedsAdult[offer] === 0) return false;
	const first = instance.offerAdults.start[offer] ?? 0;
	const count = (instance.offerAdults.start[offer + 1] ?? 0) - first;
	const adult = instance.offerAdults.items[first + random.below(count)] ?? NONE;
	if (adult === state.adultOf[session]) return false;
	const found = findAdult(state, session, state.slotOf[session] ?? 0, adult);
	if (found !== adult || found === IMPOSSIBLE) return false;
	changeAdult(state, session, adult);
	return true;
}

/** Another free room for a section. */
export function switchRoom(state: State, random: Random): boolean {
	const { instance } = state;
	const session = drawOpen(state, random);
	if (session === NONE || instance.pinRoom[session] !== NONE) return false;
	const offer = instance.sessionOffer[session] ?? 0;
	const first = instance.offerRooms.start[offer] ?? 0;
	const count = (instance.offerRooms.start[offer + 1] ?? 0) - first;
	if (count < 2 || instance.offerNeedsRoom[offer] === 0) return false;
	const room = instance.offerRooms.items[first + random.below(count)] ?? 0;
	if (room === state.roomOf[session]) return false;
	if ((instance.roomSeats[room] ?? 0) < (state.size[session] ?? 0)) return false;
	if (!roomIsFree(state, session, state.slotOf[session] ?? 0, room)) return false;
	changeRoom(state, session, room);
	return true;
}
