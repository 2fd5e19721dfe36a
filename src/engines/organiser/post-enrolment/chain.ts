import type { Random } from '../../kernel/index.ts';
import { SLOTS, type Enrolment } from './instance.ts';
import { freeRoom } from './rooms.ts';
import { FREE, put, take, type Timetable } from './timetable.ts';

/**
 * Events that move together: a Kempe chain of the conflict graph between two slots. Buffers are
 * reused, so that building one allocates nothing.
 */
export interface Chain {
	readonly events: Int32Array;
	/** Where each event of the chain goes; FREE = it loses its place. */
	readonly target: Int32Array;
	/** Stamp by event: equal to `stamp` where the event is in the chain. */
	readonly inside: Int32Array;
	/** Slot of each member before the move, to go back. */
	readonly oldSlot: Int32Array;
	length: number;
	stamp: number;
	from: number;
	to: number;
}

export function createChain(enrolment: Enrolment): Chain {
	return {
		events: new Int32Array(enrolment.events),
		target: new Int32Array(enrolment.events),
		inside: new Int32Array(enrolment.events),
		oldSlot: new Int32Array(enrolment.events),
		length: 0,
		stamp: 0,
		from: 0,
		to: 0
	};
}

/** Empties the chain for moves between two slots. */
export function startChain(chain: Chain, from: number, to: number): void {
	chain.length = 0;
	chain.stamp++;
	chain.from = from;
	chain.to = to;
}

/** Adds one event with the slot it goes to. */
export function addToChain(chain: Chain, event: number, target: number): void {
	chain.events[chain.length++] = event;
	chain.target[event] = target;
	chain.inside[event] = chain.stamp;
}

/** Adds an event and all that must change slots with it; false if the move breaks a rule. */
export function extendChain(table: Timetable, chain: Chain, event: number): boolean {
	const { rooms, events: count, conflictMatrix, allowed } = table.enrolment;
	const { clashes, place, slotOf } = table;
	let next = chain.length;
	addToChain(chain, event, slotOf[event] === chain.from ? chain.to : chain.from);
	for (; next < chain.length; next++) {
		const moved = chain.events[next] ?? 0;
		const target = chain.target[moved] ?? 0;
		if (allowed[moved * SLOTS + target] !== 1) return false;
		let left = clashes[moved * SLOTS + target] ?? 0;
		for (let cell = target * rooms; left > 0; cell++) {
			const other = place[cell] ?? FREE;
			if (other === FREE || conflictMatrix[moved * count + other] !== 1) continue;
			left--;
			if (chain.inside[other] !== chain.stamp)
				addToChain(chain, other, target === chain.to ? chain.from : chain.to);
		}
	}
	return true;
}

/** Where an event would be after the move. */
function slotAfter(table: Timetable, chain: Chain, event: number): number {
	return chain.inside[event] === chain.stamp
		? (chain.target[event] ?? FREE)
		: (table.slotOf[event] ?? FREE);
}

/** Whether the move keeps the order of events. */
export function chainKeepsOrder(table: Timetable, chain: Chain): boolean {
	const { before, after } = table.enrolment;
	for (let i = 0; i < chain.length; i++) {
		const event = chain.events[i] ?? 0;
		const slot = slotAfter(table, chain, event);
		if (slot === FREE) continue;
		for (let j = before.start[event] ?? 0, end = before.start[event + 1] ?? 0; j < end; j++)
			if (slotAfter(table, chain, before.items[j] ?? 0) >= slot) return false;
		for (let j = after.start[event] ?? 0, end = after.start[event + 1] ?? 0; j < end; j++) {
			const later = slotAfter(table, chain, after.items[j] ?? 0);
			if (later !== FREE && later <= slot) return false;
		}
	}
	return true;
}

/** Carries the move out if rooms can be found; leaves everything as it was if not. */
export function applyChain(table: Timetable, chain: Chain): boolean {
	const { roomMask } = table.enrolment;
	for (let i = 0; i < chain.length; i++) {
		const event = chain.events[i] ?? 0;
		const slot = table.slotOf[event] ?? FREE;
		chain.oldSlot[i] = slot;
		if (slot !== FREE) take(table, event);
	}
	for (let i = 0; i < chain.length; i++) {
		const event = chain.events[i] ?? 0;
		const target = chain.target[event] ?? FREE;
		if (target === FREE) continue;
		const room = freeRoom(table, target, roomMask[event] ?? 0);
		if (room === FREE) {
			goBack(table, chain, i);
			return false;
		}
		put(table, event, target, room);
	}
	return true;
}

function goBack(table: Timetable, chain: Chain, placed: number): void {
	for (let i = 0; i < placed; i++) {
		const event = chain.events[i] ?? 0;
		if (chain.target[event] !== FREE) take(table, event);
	}
	for (let i = 0; i < chain.length; i++) {
		const event = chain.events[i] ?? 0;
		const slot = chain.oldSlot[i] ?? FREE;
		if (slot === FREE) continue;
		// Other events of the slot may have changed rooms on the way; a matching still exists.
		put(table, event, slot, freeRoom(table, slot, table.enrolment.roomMask[event] ?? 0));
	}
}

/** One random feasible chain, whatever it costs: shakes a timetable. */
export function randomMove(table: Timetable, random: Random, chain: Chain): boolean {
	const event = random.below(table.enrolment.events);
	const from = table.slotOf[event] ?? FREE;
	const to = random.below(SLOTS);
	if (from === FREE || from === to) return false;
	startChain(chain, from, to);
	if (!extendChain(table, chain, event)) return false;
	return chainKeepsOrder(table, chain) && applyChain(table, chain);
}
