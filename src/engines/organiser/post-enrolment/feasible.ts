import type { Random } from '../../kernel/index.ts';
import { SLOTS } from './instance.ts';
import { randomMove, type Chain } from './chain.ts';
import { freeRoom } from './rooms.ts';
import { FREE, keepsOrder, put, take, type Timetable } from './timetable.ts';

/** Tabu search memory of the feasibility phase. */
interface Memory {
	/** events x SLOTS: round until which the event may not return to the slot. */
	readonly tabu: Int32Array;
	round: number;
}

/** Rounds without progress after which the placed events are shaken. */
const PATIENCE = 3_000;
const SHAKES = 400;

/**
 * Places every event: greedy, then tabu ejection (an unplaced event takes the slot where it
 * pushes out least), with random feasible moves when stuck. `going` is asked every 64 rounds.
 */
export function makeFeasible(
	table: Timetable,
	random: Random,
	chain: Chain,
	going: () => boolean
): void {
	placeGreedily(table, random);
	const memory: Memory = {
		tabu: new Int32Array(table.enrolment.events * SLOTS),
		round: 0
	};
	let [fewest, since] = [table.unplaced, 0];
	while (table.unplaced > 0) {
		if (memory.round % 64 === 0 && !going()) return;
		memory.round++;
		insertOne(table, random, memory, fewest);
		if (table.unplaced < fewest) [fewest, since] = [table.unplaced, memory.round];
		if (memory.round - since < PATIENCE) continue;
		for (let i = 0; i < SHAKES; i++) randomMove(table, random, chain);
		since = memory.round;
	}
}

/** Events with fewest free places first. */
function placeGreedily(table: Timetable, random: Random): void {
	const waiting = new Set(Array.from(table.slotOf.keys()).filter((e) => table.slotOf[e] === FREE));
	while (waiting.size > 0) {
		let [hardest, fewest]: [number, number] = [FREE, Infinity];
		for (const event of waiting) {
			const open = openSlots(table, event).length;
			if (open < fewest) [hardest, fewest] = [event, open];
		}
		waiting.delete(hardest);
		const slots = openSlots(table, hardest);
		for (let tries = slots.length; tries > 0; tries--) {
			const slot = slots[random.below(slots.length)] ?? 0;
			const room = freeRoom(table, slot, table.enrolment.roomMask[hardest] ?? 0);
			if (room === FREE) continue;
			put(table, hardest, slot, room);
			break;
		}
	}
}

function openSlots(table: Timetable, event: number): number[] {
	const slots: number[] = [];
	for (let slot = 0; slot < SLOTS; slot++)
		if (
			table.enrolment.allowed[event * SLOTS + slot] === 1 &&
			table.clashes[event * SLOTS + slot] === 0 &&
			keepsOrder(table, event, slot)
		)
			slots.push(slot);
	return slots;
}

function unplacedEvents(table: Timetable): number[] {
	const events: number[] = [];
	for (let e = 0; e < table.slotOf.length; e++) if (table.slotOf[e] === FREE) events.push(e);
	return events;
}

/** Most unplaced events looked at in one round. */
const SAMPLE = 12;

/** The cheapest insertion over unplaced events and slots that is not tabu, or that leads to fewer. */
function insertOne(table: Timetable, random: Random, memory: Memory, fewest: number): void {
	const waiting = unplacedEvents(table);
	let [event, best, least, ties] = [FREE, FREE, Infinity, 0];
	const first = random.below(waiting.length);
	for (let i = 0; i < Math.min(SAMPLE, waiting.length); i++) {
		const candidate = waiting[(first + i) % waiting.length] ?? 0;
		for (let slot = 0; slot < SLOTS; slot++) {
			const cell = candidate * SLOTS + slot;
			if (table.enrolment.allowed[cell] !== 1 || (table.clashes[cell] ?? 0) > least) continue;
			const price = countBlockers(table, candidate, slot);
			const leads = table.unplaced - 1 + price < fewest;
			if (price > least || ((memory.tabu[cell] ?? 0) > memory.round && !leads)) continue;
			ties = price < least ? 1 : ties + 1;
			if (random.below(ties) === 0) [event, best] = [candidate, slot];
			least = price;
		}
	}
	if (event !== FREE) insert(table, random, memory, event, best);
}

/** How many placed events have to go if this one takes the slot. */
function countBlockers(table: Timetable, event: number, slot: number): number {
	const { before, after, roomMask } = table.enrolment;
	let count = table.clashes[event * SLOTS + slot] ?? 0;
	if (count === 0 && freeRoom(table, slot, roomMask[event] ?? 0) === FREE) count = 1;
	for (let i = before.start[event] ?? 0; i < (before.start[event + 1] ?? 0); i++)
		if ((table.slotOf[before.items[i] ?? 0] ?? FREE) >= slot) count++;
	for (let i = after.start[event] ?? 0; i < (after.start[event + 1] ?? 0); i++) {
		const at = table.slotOf[after.items[i] ?? 0] ?? FREE;
		if (at !== FREE && at <= slot) count++;
	}
	return count;
}

/** Placed events that cannot stay if this one takes the slot, rooms aside. */
function blockers(table: Timetable, event: number, slot: number): number[] {
	const { events, rooms, conflictMatrix, before, after } = table.enrolment;
	const out: number[] = [];
	for (
		let room = 0;
		room < rooms && out.length < (table.clashes[event * SLOTS + slot] ?? 0);
		room++
	) {
		const holder = table.place[slot * rooms + room] ?? FREE;
		if (holder !== FREE && conflictMatrix[event * events + holder] === 1) out.push(holder);
	}
	for (let i = before.start[event] ?? 0; i < (before.start[event + 1] ?? 0); i++) {
		const other = before.items[i] ?? 0;
		if ((table.slotOf[other] ?? FREE) >= slot && !out.includes(other)) out.push(other);
	}
	for (let i = after.start[event] ?? 0; i < (after.start[event + 1] ?? 0); i++) {
		const other = after.items[i] ?? 0;
		const at = table.slotOf[other] ?? FREE;
		if (at !== FREE && at <= slot && !out.includes(other)) out.push(other);
	}
	return out;
}

function insert(
	table: Timetable,
	random: Random,
	memory: Memory,
	event: number,
	slot: number
): void {
	const suitable = table.enrolment.roomMask[event] ?? 0;
	for (const other of blockers(table, event, slot)) push(table, random, memory, other);
	let room = freeRoom(table, slot, suitable);
	if (room === FREE) {
		const holders = holdersOf(table, slot, suitable);
		push(table, random, memory, holders[random.below(holders.length)] ?? 0);
		room = freeRoom(table, slot, suitable);
	}
	put(table, event, slot, room);
}

function holdersOf(table: Timetable, slot: number, suitable: number): number[] {
	const { rooms } = table.enrolment;
	const holders: number[] = [];
	for (let room = 0; room < rooms; room++)
		if (((suitable >> room) & 1) === 1) holders.push(table.place[slot * rooms + room] ?? 0);
	return holders;
}

function push(table: Timetable, random: Random, memory: Memory, event: number): void {
	const slot = table.slotOf[event] ?? 0;
	take(table, event);
	memory.tabu[event * SLOTS + slot] =
		memory.round + Math.floor(0.6 * table.unplaced) + random.below(10);
}
