import { NONE } from './instance.ts';
import { seat } from './primitives.ts';
import { capacity, isFull, maySeat } from './rules.ts';
import type { State } from './state.ts';
import { worth } from './worth.ts';

/** Seats waiting learners in an open section, starting the round at `offset`. */
export function fillSession(state: State, session: number, offset: number): void {
	const offer = state.instance.sessionOffer[session] ?? 0;
	const { start, items } = state.instance.offerOptions;
	const first = start[offer] ?? 0;
	const count = (start[offer + 1] ?? 0) - first;
	for (let i = 0; i < count && !isFull(state, session); i++) {
		const option = items[first + ((i + offset) % count)] ?? 0;
		if (maySeat(state, option, session)) seat(state, option, session);
	}
}

/** Seats the waiting learners to whom it is worth most, so many as fit. */
export function fillByWorth(state: State, session: number): void {
	const offer = state.instance.sessionOffer[session] ?? 0;
	const minutes = state.instance.slotMinutes[state.slotOf[session] ?? 0] ?? 0;
	const { start, items } = state.instance.offerOptions;
	const waiting: { option: number; gain: number }[] = [];
	for (let i = start[offer] ?? 0; i < (start[offer + 1] ?? 0); i++) {
		const option = items[i] ?? 0;
		const gain = maySeat(state, option, session) ? worth(state, option, minutes) : 0;
		if (gain > 0) waiting.push({ option, gain });
	}
	waiting.sort((a, b) => b.gain - a.gain || a.option - b.option);
	for (const { option } of waiting) {
		if ((state.size[session] ?? 0) >= capacity(state, session)) return;
		if (maySeat(state, option, session)) seat(state, option, session);
	}
}

/** Gives a learner the most worthwhile seat that is free in this slot; NONE if there is none. */
export function refill(state: State, learner: number, slot: number): number {
	const { optionStart, optionOffer, offerFirst, slotMinutes } = state.instance;
	const minutes = slotMinutes[slot] ?? 0;
	let [best, where, most] = [NONE, NONE, 0];
	for (let j = optionStart[learner] ?? 0; j < (optionStart[learner + 1] ?? 0); j++) {
		if (state.sessionOf[j] !== NONE) continue;
		const offer = optionOffer[j] ?? 0;
		for (let k = offerFirst[offer] ?? 0; k < (offerFirst[offer + 1] ?? 0); k++) {
			if (state.slotOf[k] !== slot || !maySeat(state, j, k)) continue;
			const gain = worth(state, j, minutes);
			if (gain > most) [best, where, most] = [j, k, gain];
		}
	}
	if (best !== NONE) seat(state, best, where);
	return best;
}

/** Seats an unseated option in the first open section that can take it, from `offset` on. */
export function seatAnywhere(state: State, option: number, offset: number): boolean {
	const { optionOffer, offerFirst } = state.instance;
	const offer = optionOffer[option] ?? 0;
	const first = offerFirst[offer] ?? 0;
	const count = (offerFirst[offer + 1] ?? 0) - first;
	for (let i = 0; i < count; i++) {
		const session = first + ((i + offset) % count);
		if (!maySeat(state, option, session)) continue;
		seat(state, option, session);
		return true;
	}
	return false;
}
