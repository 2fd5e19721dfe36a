import { seatAnywhere } from './fill.ts';
import { NONE } from './instance.ts';
import { rollBack, seat, unseat } from './primitives.ts';
import { isFull, maySeat } from './rules.ts';
import type { State } from './state.ts';

/** A way to give one seat: the learner's own seat that goes, and who makes way in the section. */
export interface Chain {
	readonly session: number;
	readonly pushed: number;
}

/**
 * Gives an option a seat by the shortest chain that pays: a free seat, else the learner's own other
 * seat moves, else one other learner moves to a parallel section, judged by the cost of the state.
 * `benefit` is what the seat is worth beyond its criteria. Expects a recording state with an empty
 * trail; returns whether a seat was given.
 */
export function grantSeat(state: State, option: number, benefit: number): boolean {
	const allowed = state.cost + benefit;
	const loose = state.undersized;
	let [best, least]: [Chain | undefined, number] = [undefined, allowed];
	for (const chain of chainsFor(state, option)) {
		if (carryOut(state, option, chain) && state.cost < least && state.undersized <= loose)
			[best, least] = [chain, state.cost];
		rollBack(state);
	}
	if (best !== undefined) carryOut(state, option, best);
	state.trail.length = 0;
	return best !== undefined;
}

/** Every way to give an option a seat in a section that is held. */
export function* chainsFor(state: State, option: number): Generator<Chain> {
	const { optionOffer, offerFirst } = state.instance;
	const offer = optionOffer[option] ?? 0;
	for (let k = offerFirst[offer] ?? 0; k < (offerFirst[offer + 1] ?? 0); k++) {
		if (state.slotOf[k] === NONE) continue;
		yield { session: k, pushed: NONE };
		if (!isFull(state, k)) continue;
		const first = state.memberStart[k] ?? 0;
		const members = state.members.slice(first, first + (state.size[k] ?? 0));
		for (const pushed of members) yield { session: k, pushed };
	}
}

/** Whoever is pushed keeps the offer in a parallel section, or gives up a seat worth less. */
export function carryOut(state: State, option: number, { session, pushed }: Chain): boolean {
	const { optionLearner, slots } = state.instance;
	const slot = state.slotOf[session] ?? 0;
	if (state.frozen[slot] === 1) return false;
	const own = state.seatAt[(optionLearner[option] ?? 0) * slots + slot] ?? NONE;
	if (own !== NONE) unseat(state, own);
	if (pushed !== NONE) unseat(state, pushed);
	if (!maySeat(state, option, session)) return false;
	seat(state, option, session);
	if (pushed !== NONE) seatAnywhere(state, pushed, 0);
	if (own !== NONE) seatAnywhere(state, own, 0);
	return true;
}
