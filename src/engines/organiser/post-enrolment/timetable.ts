import { DAYS, PER_DAY, SLOTS, type Enrolment } from './instance.ts';
import type { Rooming } from './rooms.ts';

export const FREE = -1;

/** Soft cost of one student's day by its mask: last slot, long runs, lonely event. */
export const DAY_COST = Uint8Array.from({ length: 1 << PER_DAY }, (_, mask) => {
	let [count, run, cost] = [0, 0, 0];
	for (let i = 0; i < PER_DAY; i++) {
		const here = (mask >> i) & 1;
		run = here === 1 ? run + 1 : 0;
		count += here;
		if (run > 2) cost++;
		if (here === 1 && i === PER_DAY - 1) cost++;
	}
	return cost + (count === 1 ? 1 : 0);
});

/** Day and bit of each slot. */
export const DAY_OF = Int32Array.from({ length: SLOTS }, (_, s) => Math.floor(s / PER_DAY));
export const BIT_OF = Int32Array.from({ length: SLOTS }, (_, s) => 1 << (s % PER_DAY));

/** A timetable in which every placed event keeps every hard rule; counters are exact. */
export interface Timetable extends Rooming {
	readonly slotOf: Int32Array;
	/** events x SLOTS: how many placed events of the slot are in conflict with the event. */
	readonly clashes: Int32Array;
	/** students x DAYS: mask of busy slots. */
	readonly busy: Int32Array;
	/** Unplaced events are `waiting[0 .. unplaced)`; `waitingAt` is where each stands. */
	readonly waiting: Int32Array;
	readonly waitingAt: Int32Array;
	soft: number;
	unplaced: number;
	/** Students of unplaced events: the distance to feasibility. */
	distance: number;
}

/** How many students an event has. */
const sizeOf = (table: Timetable, event: number): number =>
	(table.enrolment.studentsOf.start[event + 1] ?? 0) -
	(table.enrolment.studentsOf.start[event] ?? 0);

export function createTimetable(enrolment: Enrolment): Timetable {
	const { events, rooms, students } = enrolment;
	return {
		enrolment,
		slotOf: new Int32Array(events).fill(FREE),
		roomOf: new Int32Array(events).fill(FREE),
		place: new Int32Array(SLOTS * rooms).fill(FREE),
		used: new Int32Array(SLOTS),
		asked: 0,
		clashes: new Int32Array(events * SLOTS),
		busy: new Int32Array(students * DAYS),
		waiting: Int32Array.from({ length: events }, (_, e) => e),
		waitingAt: Int32Array.from({ length: events }, (_, e) => e),
		soft: 0,
		unplaced: events,
		distance: enrolment.studentsOf.items.length
	};
}

/** Flips one slot in the masks of an event's students, and counts the soft cost. */
function toggleStudents(table: Timetable, event: number, slot: number): void {
	const { start, items } = table.enrolment.studentsOf;
	const { busy } = table;
	const [day, bit] = [DAY_OF[slot] ?? 0, BIT_OF[slot] ?? 0];
	let change = 0;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const cell = (items[i] ?? 0) * DAYS + day;
		const before = busy[cell] ?? 0;
		busy[cell] = before ^ bit;
		change += (DAY_COST[before ^ bit] ?? 0) - (DAY_COST[before] ?? 0);
	}
	table.soft += change;
}

function countClashes(table: Timetable, event: number, slot: number, sign: 1 | -1): void {
	const { start, items } = table.enrolment.conflicts;
	const { clashes } = table;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const cell = (items[i] ?? 0) * SLOTS + slot;
		clashes[cell] = (clashes[cell] ?? 0) + sign;
	}
}

/** Places an event in a free room of a slot. */
export function put(table: Timetable, event: number, slot: number, room: number): void {
	table.slotOf[event] = slot;
	table.roomOf[event] = room;
	table.place[slot * table.enrolment.rooms + room] = event;
	table.used[slot] = (table.used[slot] ?? 0) | (1 << room);
	const last = table.waiting[--table.unplaced] ?? 0;
	const at = table.waitingAt[event] ?? 0;
	table.waiting[at] = last;
	table.waitingAt[last] = at;
	table.distance -= sizeOf(table, event);
	toggleStudents(table, event, slot);
	countClashes(table, event, slot, 1);
}

/** Takes a placed event out. */
export function take(table: Timetable, event: number): void {
	const [slot, room] = [table.slotOf[event] ?? 0, table.roomOf[event] ?? 0];
	table.slotOf[event] = FREE;
	table.roomOf[event] = FREE;
	table.place[slot * table.enrolment.rooms + room] = FREE;
	table.used[slot] = (table.used[slot] ?? 0) & ~(1 << room);
	table.waitingAt[event] = table.unplaced;
	table.waiting[table.unplaced++] = event;
	table.distance += sizeOf(table, event);
	toggleStudents(table, event, slot);
	countClashes(table, event, slot, -1);
}

/** Whether the order of events allows this one in the slot, given where the others are. */
export function keepsOrder(table: Timetable, event: number, slot: number): boolean {
	const { before, after } = table.enrolment;
	const { slotOf } = table;
	for (let i = before.start[event] ?? 0, end = before.start[event + 1] ?? 0; i < end; i++)
		if ((slotOf[before.items[i] ?? 0] ?? FREE) >= slot) return false;
	for (let i = after.start[event] ?? 0, end = after.start[event + 1] ?? 0; i < end; i++) {
		const later = slotOf[after.items[i] ?? 0] ?? FREE;
		if (later !== FREE && later <= slot) return false;
	}
	return true;
}

/** Index of the lowest set bit; the mask is not 0. */
export const lowestRoom = (mask: number): number => 31 - Math.clz32(mask & -mask);
