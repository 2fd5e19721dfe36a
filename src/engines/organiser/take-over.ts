import { IMPOSSIBLE } from './places.ts';
import { NONE } from './instance.ts';
import { changeAdult } from './primitives.ts';
import { adultIsFree } from './rules.ts';
import type { State } from './state.ts';

/**
 * Frees an adult for a session that lost its own, with as few sessions handed on as possible: breadth
 * first over whoever may lead it, then over whoever may lead what they lead, to somebody free.
 * Only adults change: every session stays in its slot and room, with its learners. Returns the
 * adult, or IMPOSSIBLE where no such path exists (nothing has changed then).
 */
export function takeOver(state: State, session: number, slot: number): number {
	const { slots, offerAdults, sessionOffer, pinAdult } = state.instance;
	/** By adult who was asked: the session they would take. */
	const takes = new Map<number, number>();
	const waiting = [session];
	for (const wanted of waiting) {
		const offer = sessionOffer[wanted] ?? 0;
		for (let i = offerAdults.start[offer] ?? 0; i < (offerAdults.start[offer + 1] ?? 0); i++) {
			const adult = offerAdults.items[i] ?? 0;
			const cell = adult * slots + slot;
			if (takes.has(adult) || state.instance.adultOpen[cell] !== 1) continue;
			const held = state.adultAt[cell] ?? NONE;
			if (held === NONE && !adultIsFree(state, wanted, slot, adult)) continue;
			takes.set(adult, wanted);
			if (held === NONE) return handOn(state, takes, adult, session);
			if (pinAdult[held] === NONE && held !== session) waiting.push(held);
		}
	}
	return IMPOSSIBLE;
}

/** Walks the path back from whoever is free: each takes the session of the one before. */
function handOn(
	state: State,
	takes: ReadonlyMap<number, number>,
	free: number,
	session: number
): number {
	let adult = free;
	for (;;) {
		const taken = takes.get(adult) ?? session;
		if (taken === session) return adult;
		const before = state.adultOf[taken] ?? NONE;
		changeAdult(state, taken, adult);
		adult = before;
	}
}
