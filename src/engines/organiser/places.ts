import { NONE } from './instance.ts';
import { changeAdult, changeRoom } from './primitives.ts';
import { adultIsFree, inRow, roomIsFree } from './rules.ts';
import type { State } from './state.ts';

/** No room or adult can be found; NONE means that none is needed. */
export const IMPOSSIBLE = -2;

/** How many sessions a search for a room or an adult may shift, one after the other. */
const LONGEST_SHIFT = 4;

/**
 * A room for the session in this slot: the preferred one, the smallest with `wanted` seats, else the
 * largest with `least`; if every one is taken, others of the slot are shifted along an augmenting path.
 */
export function findRoom(
	state: State,
	session: number,
	slot: number,
	wanted: number,
	least: number,
	preferred: number = NONE
): number {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	if (instance.offerNeedsRoom[offer] === 0) return NONE;
	const fits = (room: number) =>
		inRow(instance.offerRooms, offer, room) && roomIsFree(state, session, slot, room);
	const pinned = instance.pinRoom[session] ?? NONE;
	if (pinned !== NONE) return fits(pinned) ? pinned : IMPOSSIBLE;
	if (preferred !== NONE && fits(preferred)) return preferred;
	const { start, items } = instance.offerRooms;
	let best = IMPOSSIBLE;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const room = items[i] ?? 0;
		const seats = instance.roomSeats[room] ?? 0;
		if (seats < least || !roomIsFree(state, session, slot, room)) continue;
		best = room;
		if (seats >= wanted) return room;
	}
	return best !== IMPOSSIBLE ? best : shiftRooms(state, session, slot, least, LONGEST_SHIFT);
}

function shiftRooms(
	state: State,
	session: number,
	slot: number,
	least: number,
	depth: number
): number {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	const { start, items } = instance.offerRooms;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0) && depth > 0; i++) {
		const room = items[i] ?? 0;
		const cell = room * instance.slots + slot;
		const holder = state.roomAt[cell] ?? NONE;
		if ((instance.roomSeats[room] ?? 0) < least || instance.roomOpen[cell] !== 1) continue;
		if (holder === NONE || !mayShift(state, holder)) continue;
		const other = freeRoom(state, holder, slot);
		if (other !== IMPOSSIBLE) {
			changeRoom(state, holder, other);
			return room;
		}
	}
	return depth > 1 ? shiftTwice(state, session, slot, least) : IMPOSSIBLE;
}

/** The longer path: a holder moves into a room whose own holder has somewhere to go. */
function shiftTwice(state: State, session: number, slot: number, least: number): number {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	const { start, items } = instance.offerRooms;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const room = items[i] ?? 0;
		const holder = state.roomAt[room * instance.slots + slot] ?? NONE;
		if ((instance.roomSeats[room] ?? 0) < least || holder === NONE) continue;
		if (!mayShift(state, holder)) continue;
		const next = shiftRooms(state, holder, slot, state.size[holder] ?? 0, 1);
		if (next === IMPOSSIBLE || next === room) continue;
		changeRoom(state, holder, next);
		return room;
	}
	return IMPOSSIBLE;
}

function mayShift(state: State, session: number): boolean {
	const slot = state.slotOf[session] ?? 0;
	return state.instance.pinRoom[session] === NONE && state.frozen[slot] === 0;
}

/** A free room with seats for everyone already in the session. */
function freeRoom(state: State, session: number, slot: number): number {
	const { start, items } = state.instance.offerRooms;
	const offer = state.instance.sessionOffer[session] ?? 0;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const room = items[i] ?? 0;
		if ((state.instance.roomSeats[room] ?? 0) < (state.size[session] ?? 0)) continue;
		if (state.roomOf[session] !== room && roomIsFree(state, session, slot, room)) return room;
	}
	return IMPOSSIBLE;
}

/**
 * An adult for the session in this slot: pinned, else `preferred`, usual, least loaded; if every
 * one is busy, whoever leads another session there is relieved along an augmenting path.
 */
export function findAdult(
	state: State,
	session: number,
	slot: number,
	preferred: number = NONE
): number {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	const pinned = instance.pinAdult[session] ?? NONE;
	const fits = (adult: number) =>
		inRow(instance.offerAdults, offer, adult) && adultIsFree(state, session, slot, adult);
	if (pinned !== NONE) return fits(pinned) ? pinned : IMPOSSIBLE;
	if (instance.offerNeedsAdult[offer] === 0) return NONE;
	if (preferred !== NONE && fits(preferred)) return preferred;
	const usual = instance.offerUsual[offer] ?? NONE;
	const { start, items } = instance.offerAdults;
	let [best, lightest] = [IMPOSSIBLE, Infinity];
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const adult = items[i] ?? 0;
		if (!adultIsFree(state, session, slot, adult)) continue;
		if (adult === usual) return adult;
		const load = state.adultLoad[adult] ?? 0;
		if (load < lightest) [best, lightest] = [adult, load];
	}
	return best !== IMPOSSIBLE ? best : relieveAdult(state, session, slot, []);
}

/**
 * Frees an adult who may lead the session: somebody else takes over what they lead in the slot, or,
 * where their sessions of the week are used up, something they lead in another one. `asked` are the
 * adults of the path so far: nobody gives and takes twice.
 */
function relieveAdult(
	state: State,
	session: number,
	slot: number,
	asked: readonly number[]
): number {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	const { start, items } = instance.offerAdults;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const adult = items[i] ?? 0;
		const cell = adult * instance.slots + slot;
		if (instance.adultOpen[cell] !== 1 || asked.includes(adult)) continue;
		const held = state.adultAt[cell] ?? NONE;
		const path = [...asked, adult];
		const relieved =
			held === NONE ? handOverAny(state, adult, path) : handOver(state, held, slot, path);
		if (relieved) return adult;
	}
	return IMPOSSIBLE;
}

function handOverAny(state: State, adult: number, asked: readonly number[]): boolean {
	const { slots } = state.instance;
	for (let slot = 0; slot < slots; slot++) {
		const held = state.adultAt[adult * slots + slot] ?? NONE;
		if (held !== NONE && handOver(state, held, slot, asked)) return true;
	}
	return false;
}

/** Gives a held session to another adult. */
function handOver(state: State, held: number, slot: number, asked: readonly number[]): boolean {
	if (state.instance.pinAdult[held] !== NONE || state.frozen[slot] === 1) return false;
	const other = substitute(state, held, slot, asked);
	if (other === IMPOSSIBLE) return false;
	changeAdult(state, held, other);
	return true;
}

/** A free adult for a session that is held, else one who is relieved in turn. */
function substitute(state: State, session: number, slot: number, asked: readonly number[]): number {
	const { offerAdults, sessionOffer } = state.instance;
	const offer = sessionOffer[session] ?? 0;
	for (let i = offerAdults.start[offer] ?? 0; i < (offerAdults.start[offer + 1] ?? 0); i++) {
		const adult = offerAdults.items[i] ?? 0;
		if (!asked.includes(adult) && adultIsFree(state, session, slot, adult)) return adult;
	}
	return asked.length > LONGEST_SHIFT ? IMPOSSIBLE : relieveAdult(state, session, slot, asked);
}
