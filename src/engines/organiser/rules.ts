import { NONE, type Rows } from './instance.ts';
import type { State } from './state.ts';

/** Whether an item stands in a row. */
export function inRow(rows: Rows, row: number, item: number): boolean {
	for (let i = rows.start[row] ?? 0; i < (rows.start[row + 1] ?? 0); i++)
		if (rows.items[i] === item) return true;
	return false;
}

/** Whether the room (NONE = none needed) can take this session in this slot. */
export function roomIsFree(state: State, session: number, slot: number, room: number): boolean {
	if (room === NONE) return true;
	const cell = room * state.instance.slots + slot;
	if (state.instance.roomOpen[cell] !== 1) return false;
	const holder = state.roomAt[cell] ?? NONE;
	return holder === NONE || holder === session;
}

/** Whether the adult (NONE = none needed) can lead this session in this slot. */
export function adultIsFree(state: State, session: number, slot: number, adult: number): boolean {
	if (adult === NONE) return true;
	const cell = adult * state.instance.slots + slot;
	if (state.instance.adultOpen[cell] !== 1) return false;
	const holder = state.adultAt[cell] ?? NONE;
	if (holder !== NONE && holder !== session) return false;
	const mine = state.adultOf[session] === adult ? 1 : 0;
	return (state.adultLoad[adult] ?? 0) - mine < (state.instance.adultMaximum[adult] ?? 0);
}

/** Whether a closed section may open in this slot: grid, pin, freeze, money, adult minutes. */
export function maySlot(state: State, session: number, slot: number): boolean {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	const pin = instance.pinSlot[session] ?? NONE;
	if (state.frozen[slot] === 1 || (pin !== NONE && pin !== slot)) return false;
	// Whoever pins a section decides its slot, whatever the offer says.
	if (pin === NONE && instance.offerSlot[offer * instance.slots + slot] !== 1) return false;
	if (state.money + (instance.offerCost[offer] ?? 0) > instance.moneyLimit) return false;
	const minutes = instance.offerNeedsAdult[offer] === 1 ? (instance.slotMinutes[slot] ?? 0) : 0;
	return state.adultMinutes + minutes <= instance.minutesLimit;
}

/** Most learners a session can hold where it is. */
export function capacity(state: State, session: number): number {
	const room = state.roomOf[session] ?? NONE;
	const most = state.instance.offerMaximum[state.instance.sessionOffer[session] ?? 0] ?? 0;
	return room === NONE ? most : Math.min(most, state.instance.roomSeats[room] ?? 0);
}

export const isFull = (state: State, session: number): boolean =>
	(state.size[session] ?? 0) >= capacity(state, session);

/** Whether the learner of this option is there and unseated in the slot. */
export function isFree(state: State, option: number, slot: number): boolean {
	const { instance } = state;
	const cell = (instance.optionLearner[option] ?? 0) * instance.slots + slot;
	return instance.away[cell] === 0 && state.seatAt[cell] === NONE;
}

/** Whether somebody this learner is kept apart from sits in the session. */
export function meetsApart(state: State, option: number, session: number): boolean {
	const { apart, slots, optionLearner } = state.instance;
	const learner = optionLearner[option] ?? 0;
	const slot = state.slotOf[session] ?? 0;
	for (let i = apart.start[learner] ?? 0; i < (apart.start[learner + 1] ?? 0); i++) {
		const other = state.seatAt[(apart.items[i] ?? 0) * slots + slot] ?? NONE;
		if (other !== NONE && state.sessionOf[other] === session) return true;
	}
	return false;
}

/** Whether the option may take a seat in the open session right now. */
export function maySeat(state: State, option: number, session: number): boolean {
	const slot = state.slotOf[session] ?? NONE;
	return (
		slot !== NONE &&
		state.frozen[slot] === 0 &&
		state.sessionOf[option] === NONE &&
		state.instance.optionAllowed[option] === 1 &&
		!isFull(state, session) &&
		isFree(state, option, slot) &&
		!meetsApart(state, option, session)
	);
}

/** Whether the open session may be closed or moved. */
export function mayMove(state: State, session: number): boolean {
	const slot = state.slotOf[session] ?? NONE;
	return slot !== NONE && state.frozen[slot] === 0 && state.instance.pinSlot[session] === NONE;
}
