import { fillByWorth, seatAnywhere } from './fill.ts';
import { NONE } from './instance.ts';
import { findAdult, findRoom, IMPOSSIBLE } from './places.ts';
import { closeSession } from './plan-state.ts';
import { place } from './primitives.ts';
import { adultIsFree, isFree, maySlot, roomIsFree } from './rules.ts';
import type { State } from './state.ts';
import { worth } from './worth.ts';

/** Completes a state from nothing, or from a warm start: pins, then sections by demand, then seats. */
export function greedy(state: State): void {
	holdPins(state);
	openByDemand(state);
	seatLeftOver(state);
	closeUndersized(state);
	seatLeftOver(state);
}

/** Holds every pinned section whose place is free. */
export function holdPins(state: State): void {
	const { pinSlot } = state.instance;
	for (let k = 0; k < pinSlot.length; k++) {
		const slot = pinSlot[k] ?? NONE;
		if (slot === NONE || state.slotOf[k] !== NONE || !maySlot(state, k, slot)) continue;
		if (openSection(state, k, slot)) fillByWorth(state, k);
	}
}

/** Opens a closed section in a slot with the best adult and room to be had there: the preferred ones if free. */
export function openSection(
	state: State,
	session: number,
	slot: number,
	preferredAdult: number = NONE,
	preferredRoom: number = NONE
): boolean {
	const offer = state.instance.sessionOffer[session] ?? 0;
	if (!maySlot(state, session, slot)) return false;
	const adult = findAdult(state, session, slot, preferredAdult);
	if (adult === IMPOSSIBLE) return false;
	const wanted = state.instance.offerMaximum[offer] ?? 0;
	const least = state.instance.offerMinimum[offer] ?? 0;
	const room = findRoom(state, session, slot, wanted, least, preferredRoom);
	if (room === IMPOSSIBLE) return false;
	place(state, session, slot, room, adult);
	return true;
}

/** A section of the offer that is closed and not pinned, or NONE. */
export function closedSection(state: State, offer: number): number {
	const { offerFirst, pinSlot } = state.instance;
	for (let k = offerFirst[offer] ?? 0; k < (offerFirst[offer + 1] ?? 0); k++)
		if (state.slotOf[k] === NONE && pinSlot[k] === NONE) return k;
	return NONE;
}

/** Lazy greedy: the offer with most to gain opens its next section in its best slot. */
function openByDemand(state: State): void {
	const bound = Float64Array.from(
		{ length: state.instance.offers },
		(_, o) => bestSlot(state, o).gain
	);
	for (;;) {
		const offer = indexOfLargest(bound);
		if (offer === NONE) return;
		const now = bestSlot(state, offer);
		if (now.gain < (bound[offer] ?? 0)) {
			bound[offer] = now.gain;
			continue;
		}
		const session = closedSection(state, offer);
		if (openSection(state, session, now.slot)) openFilled(state, session);
		const next = bestSlot(state, offer);
		// A section that could not open or fill would be tried again for ever.
		bound[offer] = next.slot === now.slot && next.gain >= now.gain ? 0 : next.gain;
	}
}

function openFilled(state: State, session: number): void {
	const offer = state.instance.sessionOffer[session] ?? 0;
	fillByWorth(state, session);
	if ((state.size[session] ?? 0) < Math.max(1, state.instance.offerMinimum[offer] ?? 0))
		closeSession(state, session);
}

function indexOfLargest(values: Float64Array): number {
	let [best, most] = [NONE, 0];
	for (let i = 0; i < values.length; i++)
		if ((values[i] ?? 0) > most) [best, most] = [i, values[i] ?? 0];
	return best;
}

/** Where a further section of the offer would gain most; gain 0 where it cannot open. */
function bestSlot(state: State, offer: number): { slot: number; gain: number } {
	const { instance } = state;
	const session = closedSection(state, offer);
	if (session === NONE) return { slot: NONE, gain: 0 };
	const sums = new Float64Array(instance.slots);
	const counts = new Int32Array(instance.slots);
	const { start, items } = instance.offerOptions;
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const option = items[i] ?? 0;
		if (state.sessionOf[option] !== NONE || instance.optionAllowed[option] === 0) continue;
		const gain = worth(state, option, instance.slotMinutes[0] ?? 0);
		for (let s = 0; gain > 0 && s < instance.slots; s++)
			if (instance.offerSlot[offer * instance.slots + s] === 1 && isFree(state, option, s)) {
				sums[s] = (sums[s] ?? 0) + gain;
				counts[s] = (counts[s] ?? 0) + 1;
			}
	}
	let best = { slot: NONE, gain: 0 };
	for (let s = 0; s < instance.slots; s++) {
		const count = counts[s] ?? 0;
		if (count < Math.max(1, instance.offerMinimum[offer] ?? 0)) continue;
		const seats = Math.min(count, instance.offerMaximum[offer] ?? 0);
		const gain = ((sums[s] ?? 0) * seats * (1 + crowding(state, s))) / count;
		if (gain > best.gain && couldOpen(state, session, s)) best = { slot: s, gain };
	}
	return best;
}

/** How much of those without a seat in a slot find no study place either, 0 .. 1. */
function crowding(state: State, slot: number): number {
	const idle = state.idle[slot] ?? 0;
	const without = idle - (state.instance.studySeats[slot] ?? 0);
	return idle > 0 ? Math.max(0, without / idle) : 0;
}

/** A quick look: slot allowed, some adult and some room free (no shifting of rooms). */
function couldOpen(state: State, session: number, slot: number): boolean {
	const { instance } = state;
	const offer = instance.sessionOffer[session] ?? 0;
	if (!maySlot(state, session, slot)) return false;
	const some = (
		rows: typeof instance.offerRooms,
		free: (state: State, session: number, slot: number, item: number) => boolean
	) => {
		for (let i = rows.start[offer] ?? 0; i < (rows.start[offer + 1] ?? 0); i++)
			if (free(state, session, slot, rows.items[i] ?? 0)) return true;
		return false;
	};
	return (
		(instance.offerNeedsAdult[offer] === 0 || some(instance.offerAdults, adultIsFree)) &&
		(instance.offerNeedsRoom[offer] === 0 || some(instance.offerRooms, roomIsFree))
	);
}

/** Every unseated option, most worthwhile first, into any open section that still has a seat. */
export function seatLeftOver(state: State): void {
	const { instance } = state;
	const minutes = instance.slotMinutes[0] ?? 0;
	const waiting: { option: number; gain: number }[] = [];
	for (let option = 0; option < instance.options; option++)
		if (state.sessionOf[option] === NONE && instance.optionAllowed[option] === 1)
			waiting.push({ option, gain: worth(state, option, minutes) });
	waiting.sort((a, b) => b.gain - a.gain || a.option - b.option);
	for (const { option } of waiting)
		if (worth(state, option, minutes) > 0) seatAnywhere(state, option, 0);
}

/** Closes sections below their minimum: no plan may hold one. */
export function closeUndersized(state: State): void {
	const { instance } = state;
	for (let k = 0; k < instance.sessions && state.undersized > 0; k++) {
		if (state.slotOf[k] === NONE || instance.pinSlot[k] !== NONE) continue;
		const least = instance.offerMinimum[instance.sessionOffer[k] ?? 0] ?? 0;
		if ((state.size[k] ?? 0) < least) closeSession(state, k);
	}
}
