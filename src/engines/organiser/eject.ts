import type { Random } from '../kernel/index.ts';
import { closedSection, openSection } from './greedy.ts';
import { NONE } from './instance.ts';
import { rollBack, seat, unseat } from './primitives.ts';
import { capacity, maySeat, maySlot, meetsApart } from './rules.ts';
import type { State } from './state.ts';
import { worth } from './worth.ts';

/** How many rounds a must that was just seated may not be pushed out again. */
const TENURE = 12;

/** One way to seat an option: in an open section, or in a section opened in `slot`. */
interface Way {
	readonly session: number;
	readonly slot: number;
}

interface Memory {
	/** Round until which an option may not be pushed out. */
	readonly tabuUntil: Int32Array;
	/** How often it was pushed out: what is hard to place becomes dear to push. */
	readonly pushed: Int32Array;
	round: number;
}

/**
 * Tabu ejection: seats every must it can, pushing others out at the least price and never back
 * at once. Ends after `rounds`, or when every must sits. Expects a recording state.
 */
export function ejectMusts(state: State, random: Random, rounds: number): void {
	const { options } = state.instance;
	const memory: Memory = {
		tabuUntil: new Int32Array(options),
		pushed: new Int32Array(options),
		round: 0
	};
	for (; memory.round < rounds; memory.round++) {
		const waiting = unmetMusts(state);
		if (waiting.length === 0) break;
		const option = waiting[random.below(waiting.length)] ?? 0;
		const way = cheapestWay(state, memory, option);
		if (way === undefined) {
			// Nothing can be done for this one now: let the others try first.
			memory.pushed[option] = (memory.pushed[option] ?? 0) + 1;
			continue;
		}
		take(state, memory, option, way);
		memory.tabuUntil[option] = memory.round + TENURE + random.below(TENURE);
		state.trail.length = 0;
	}
	state.trail.length = 0;
}

function unmetMusts(state: State): number[] {
	const { options, optionMust, optionAllowed } = state.instance;
	const waiting: number[] = [];
	for (let j = 0; j < options; j++)
		if (optionMust[j] === 1 && optionAllowed[j] === 1 && state.sessionOf[j] === NONE)
			waiting.push(j);
	return waiting;
}

function* waysOf(state: State, option: number): Generator<Way> {
	const { optionOffer, offerFirst, slots } = state.instance;
	const offer = optionOffer[option] ?? 0;
	for (let k = offerFirst[offer] ?? 0; k < (offerFirst[offer + 1] ?? 0); k++)
		if (state.slotOf[k] !== NONE) yield { session: k, slot: state.slotOf[k] ?? 0 };
	const closed = closedSection(state, offer);
	if (closed === NONE || state.instance.offerMinimum[offer] !== 1) return;
	for (let slot = 0; slot < slots; slot++)
		if (maySlot(state, closed, slot)) yield { session: closed, slot };
}

function cheapestWay(state: State, memory: Memory, option: number): Way | undefined {
	let [best, least]: [Way | undefined, number] = [undefined, Infinity];
	for (const way of waysOf(state, option)) {
		const price = take(state, memory, option, way);
		if (price < least) [best, least] = [way, price];
		rollBack(state);
	}
	return best;
}

/** Carries a way out; returns what was pushed out, in search cost, or Infinity if it cannot be. */
function take(state: State, memory: Memory, option: number, way: Way): number {
	const { instance } = state;
	const learner = instance.optionLearner[option] ?? 0;
	const cell = learner * instance.slots + way.slot;
	if (instance.away[cell] === 1 || state.frozen[way.slot] === 1) return Infinity;
	if (state.slotOf[way.session] === NONE && !openSection(state, way.session, way.slot))
		return Infinity;
	if (meetsApart(state, option, way.session)) return Infinity;
	let price = push(state, memory, state.seatAt[cell] ?? NONE);
	if ((state.size[way.session] ?? 0) >= capacity(state, way.session))
		price += push(state, memory, cheapestMember(state, memory, way.session));
	if (!Number.isFinite(price) || !maySeat(state, option, way.session)) return Infinity;
	seat(state, option, way.session);
	return price + state.undersized;
}

function push(state: State, memory: Memory, option: number): number {
	if (option === NONE) return 0;
	const price = priceOf(state, memory, option);
	if (!Number.isFinite(price)) return Infinity;
	unseat(state, option);
	return price;
}

function priceOf(state: State, memory: Memory, option: number): number {
	if ((memory.tabuUntil[option] ?? 0) > memory.round) return Infinity;
	const minutes = state.instance.slotMinutes[0] ?? 0;
	return 1 + worth(state, option, minutes) * (1 + (memory.pushed[option] ?? 0));
}

function cheapestMember(state: State, memory: Memory, session: number): number {
	const first = state.memberStart[session] ?? 0;
	let [best, least] = [NONE, Infinity];
	for (let i = first; i < first + (state.size[session] ?? 0); i++) {
		const member = state.members[i] ?? 0;
		const price = priceOf(state, memory, member);
		if (price < least) [best, least] = [member, price];
	}
	return best;
}
