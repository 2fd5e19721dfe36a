import { packRows, type Rows } from '../instance.ts';
import { DAYS, SLOTS, type Enrolment } from './instance.ts';
import type { Rooming } from './rooms.ts';
import { BIT_OF, DAY_COST, DAY_OF, FREE, type Timetable } from './timetable.ts';

/** Students in common that count; a pair with more costs no more. */
const MOST_SHARED = 255;

/**
 * A complete timetable in which rooms and allowed slots are kept, while a student with two events
 * at once (a clash) and events out of order are counted as costs. Most events in conflict share one
 * or two students, so that this space is smooth where moves without any violation hardly exist.
 */
export interface Relaxed extends Rooming {
	readonly enrolment: Enrolment;
	readonly slotOf: Int32Array;
	/** Slots in which each event is allowed. */
	readonly open: Rows;
	/** events x events: students in common; at least 1 where the events may not meet. */
	readonly shared: Uint8Array;
	/** The same beside `enrolment.conflicts.items`. */
	readonly sharedOf: Int32Array;
	/** events x events: 1 where one must come before the other. */
	readonly tied: Uint8Array;
	/** SLOTS x events: students in common with all events of the slot. */
	readonly clash: Int16Array;
	/** students x SLOTS: events of the student there. */
	readonly count: Uint8Array;
	/** students x DAYS: mask of busy slots. */
	readonly busy: Int16Array;
	/** Marks of students while two events change places. */
	readonly stamp: Int32Array;
	stamps: number;
	soft: number;
	clashes: number;
	/** Pairs of events out of order. */
	disorder: number;
}

/** Starts from a timetable in which every event has a place. */
export function createRelaxed(table: Timetable): Relaxed {
	const { enrolment } = table;
	const { events, students, rooms } = enrolment;
	const shared = studentsInCommon(enrolment);
	const relaxed: Relaxed = {
		enrolment,
		slotOf: table.slotOf.slice(),
		roomOf: table.roomOf.slice(),
		place: new Int32Array(SLOTS * rooms).fill(FREE),
		used: new Int32Array(SLOTS),
		asked: 0,
		open: openSlots(enrolment),
		shared,
		sharedOf: besideConflicts(enrolment, shared),
		tied: tiedEvents(enrolment),
		clash: new Int16Array(SLOTS * events),
		count: new Uint8Array(students * SLOTS),
		busy: new Int16Array(students * DAYS),
		stamp: new Int32Array(students),
		stamps: 0,
		soft: 0,
		clashes: 0,
		disorder: 0
	};
	for (let e = 0; e < events; e++) {
		occupy(relaxed, e, relaxed.slotOf[e] ?? 0, relaxed.roomOf[e] ?? 0);
		enter(relaxed, e, relaxed.slotOf[e] ?? 0);
	}
	return relaxed;
}

function studentsInCommon(enrolment: Enrolment): Uint8Array {
	const { events, conflictMatrix, studentsOf } = enrolment;
	const shared = new Uint8Array(events * events);
	const mark = new Int32Array(enrolment.students).fill(FREE);
	for (let e = 0; e < events; e++) {
		for (let i = studentsOf.start[e] ?? 0; i < (studentsOf.start[e + 1] ?? 0); i++)
			mark[studentsOf.items[i] ?? 0] = e;
		for (let f = 0; f < events; f++) {
			if (conflictMatrix[e * events + f] !== 1) continue;
			let both = 0;
			for (let i = studentsOf.start[f] ?? 0; i < (studentsOf.start[f + 1] ?? 0); i++)
				if (mark[studentsOf.items[i] ?? 0] === e) both++;
			shared[e * events + f] = Math.min(MOST_SHARED, Math.max(1, both));
		}
	}
	return shared;
}

function besideConflicts(enrolment: Enrolment, shared: Uint8Array): Int32Array {
	const { conflicts, events } = enrolment;
	const beside = new Int32Array(conflicts.items.length);
	for (let e = 0; e < events; e++)
		for (let i = conflicts.start[e] ?? 0; i < (conflicts.start[e + 1] ?? 0); i++)
			beside[i] = shared[e * events + (conflicts.items[i] ?? 0)] ?? 0;
	return beside;
}

function openSlots(enrolment: Enrolment): Rows {
	const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
	return packRows(
		Array.from({ length: enrolment.events }, (_, e) =>
			slots.filter((slot) => enrolment.allowed[e * SLOTS + slot] === 1)
		)
	);
}

function tiedEvents(enrolment: Enrolment): Uint8Array {
	const { before, events } = enrolment;
	const tied = new Uint8Array(events * events);
	for (let e = 0; e < events; e++)
		for (let i = before.start[e] ?? 0; i < (before.start[e + 1] ?? 0); i++) {
			const other = before.items[i] ?? 0;
			tied[e * events + other] = 1;
			tied[other * events + e] = 1;
		}
	return tied;
}

/** Writes an event into a free room. */
export function occupy(relaxed: Relaxed, event: number, slot: number, room: number): void {
	relaxed.slotOf[event] = slot;
	relaxed.roomOf[event] = room;
	relaxed.place[slot * relaxed.enrolment.rooms + room] = event;
	relaxed.used[slot] = (relaxed.used[slot] ?? 0) | (1 << room);
}

/** Empties the room of an event; the event keeps its slot until `occupy`. */
export function vacate(relaxed: Relaxed, event: number): void {
	const [slot, room] = [relaxed.slotOf[event] ?? 0, relaxed.roomOf[event] ?? 0];
	relaxed.place[slot * relaxed.enrolment.rooms + room] = FREE;
	relaxed.used[slot] = (relaxed.used[slot] ?? 0) & ~(1 << room);
}

/** Counts an event and its students into a slot. */
export function enter(relaxed: Relaxed, event: number, slot: number): void {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { count, busy } = relaxed;
	const [day, bit] = [DAY_OF[slot] ?? 0, BIT_OF[slot] ?? 0];
	let change = 0;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		const before = count[student * SLOTS + slot] ?? 0;
		count[student * SLOTS + slot] = before + 1;
		if (before > 0) continue;
		const mask = busy[student * DAYS + day] ?? 0;
		busy[student * DAYS + day] = mask | bit;
		change += (DAY_COST[mask | bit] ?? 0) - (DAY_COST[mask] ?? 0);
	}
	relaxed.soft += change;
	countClashes(relaxed, event, slot, 1);
}

/** Counts an event and its students out of a slot. */
export function leave(relaxed: Relaxed, event: number, slot: number): void {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { count, busy } = relaxed;
	const [day, bit] = [DAY_OF[slot] ?? 0, BIT_OF[slot] ?? 0];
	let change = 0;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		const before = count[student * SLOTS + slot] ?? 0;
		count[student * SLOTS + slot] = before - 1;
		if (before > 1) continue;
		const mask = busy[student * DAYS + day] ?? 0;
		busy[student * DAYS + day] = mask ^ bit;
		change += (DAY_COST[mask ^ bit] ?? 0) - (DAY_COST[mask] ?? 0);
	}
	relaxed.soft += change;
	countClashes(relaxed, event, slot, -1);
}

function countClashes(relaxed: Relaxed, event: number, slot: number, sign: 1 | -1): void {
	const { start, items } = relaxed.enrolment.conflicts;
	const { clash, sharedOf } = relaxed;
	const row = slot * relaxed.enrolment.events;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const cell = row + (items[i] ?? 0);
		clash[cell] = (clash[cell] ?? 0) + sign * (sharedOf[i] ?? 0);
	}
}
