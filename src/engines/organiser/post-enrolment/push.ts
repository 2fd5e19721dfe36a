import type { Random } from '../../kernel/index.ts';
import { addToChain, startChain, type Chain } from './chain.ts';
import { SLOTS } from './instance.ts';
import { FREE, type Timetable } from './timetable.ts';

/** Most events one push may move. */
export const DEEPEST = 6;
/** How often something pushed out first looks for a home. */
const LOOKS_FOR_HOME = 0.8;
/** Most events that may clash with one that is pushed in. */
export const MOST_CLASHES = 2;

/**
 * A tree of pushes: the first event takes a slot, whatever stands in its way goes to slots of its
 * own, and so on until nothing is in the way. False where that takes too many events. Order and
 * rooms are checked later.
 */
export function buildPush(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	to: number
): boolean {
	startChain(chain, table.slotOf[event] ?? FREE, to);
	addToChain(chain, event, to);
	for (let next = 0; next < chain.length; next++) {
		const pusher = chain.events[next] ?? 0;
		const slot = chain.target[pusher] ?? FREE;
		if (slot === FREE) continue;
		if (next > 0 && isHome(table, chain, pusher, slot)) continue;
		if (!pushOut(table, random, chain, pusher, slot)) return false;
	}
	return true;
}

/** Sends away everything that clashes with the event in the slot, or one holder of a room it needs. */
function pushOut(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	slot: number
): boolean {
	const { rooms, events, conflictMatrix, roomMask } = table.enrolment;
	const suitable = roomMask[event] ?? 0;
	let left = table.clashes[event * SLOTS + slot] ?? 0;
	const clash = left > 0;
	if (!clash) left = 1;
	const first = random.below(rooms);
	for (let i = 0; i < rooms && left > 0; i++) {
		const room = first + i < rooms ? first + i : first + i - rooms;
		const holder = table.place[slot * rooms + room] ?? FREE;
		if (holder === FREE) continue;
		if (clash ? conflictMatrix[event * events + holder] !== 1 : ((suitable >> room) & 1) === 0)
			continue;
		left--;
		if (chain.inside[holder] === chain.stamp) return false;
		if (chain.length >= DEEPEST) return false;
		sendAway(table, random, chain, holder, slot);
	}
	return left === 0;
}

/** To a home of its own, else out of the timetable for now. */
function sendAway(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	from: number
): void {
	const looks = random.next() < LOOKS_FOR_HOME;
	addToChain(chain, event, looks ? findHome(table, random, chain, event, from) : FREE);
}

/** Whether the chain already moves something into or out of the slot, its start aside. */
function touched(chain: Chain, slot: number): boolean {
	for (let i = 0; i < chain.length; i++)
		if (chain.target[chain.events[i] ?? 0] === slot) return true;
	return false;
}

/** Whether nothing is in the way of the event there and a suitable room is free. */
function isHome(table: Timetable, chain: Chain, event: number, slot: number): boolean {
	const { roomMask, events, conflictMatrix } = table.enrolment;
	const leader = chain.events[0] ?? 0;
	// The leader has left its slot, and its room there.
	const left = slot === chain.from;
	const clashes = table.clashes[event * SLOTS + slot] ?? 0;
	if (clashes - (left ? (conflictMatrix[event * events + leader] ?? 0) : 0) > 0) return false;
	const used = (table.used[slot] ?? 0) & ~(left ? 1 << (table.roomOf[leader] ?? 0) : 0);
	return ((roomMask[event] ?? 0) & ~used) !== 0;
}

/** A home that the chain does not touch yet, from a random start; FREE if there is none. */
function findHome(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	not: number
): number {
	const { allowed } = table.enrolment;
	const start = random.below(SLOTS);
	for (let i = 0; i < SLOTS; i++) {
		const slot = start + i < SLOTS ? start + i : start + i - SLOTS;
		if (slot === not || allowed[event * SLOTS + slot] !== 1) continue;
		if (isHome(table, chain, event, slot) && !touched(chain, slot)) return slot;
	}
	return FREE;
}
