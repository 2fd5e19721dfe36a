import type { Random } from '../../kernel/index.ts';
import { DAYS, SLOTS, type Enrolment } from './instance.ts';
import { BIT_OF, DAY_COST, DAY_OF, FREE, lowestRoom, type Saved } from './timetable.ts';

/**
 * A timetable in which rooms and allowed slots are kept, while two events of one student at once
 * (a clash) and events out of order cost. The space is connected where feasible moves are rare.
 */
export interface Relaxed {
	readonly enrolment: Enrolment;
	readonly slotOf: Int32Array;
	readonly roomOf: Int32Array;
	readonly place: Int32Array;
	readonly used: Int32Array;
	/** students x SLOTS: events of the student there. */
	readonly count: Uint8Array;
	readonly busy: Int32Array;
	readonly stamp: Int32Array;
	stamps: number;
	soft: number;
	clashes: number;
	disorder: number;
}

/** What clashes and disorder cost beside soft cost, and how hot the walk is. */
export interface Weather {
	temperature: number;
	clashWeight: number;
}

/** Weight of one pair out of order, in clashes. */
const ORDER = 5;

/** Starts from a complete timetable. */
export function createRelaxed(enrolment: Enrolment, from: Saved): Relaxed {
	const { rooms, students, events } = enrolment;
	const relaxed: Relaxed = {
		enrolment,
		slotOf: from.slots.slice(),
		roomOf: from.rooms.slice(),
		place: new Int32Array(SLOTS * rooms).fill(FREE),
		used: new Int32Array(SLOTS),
		count: new Uint8Array(students * SLOTS),
		busy: new Int32Array(students * DAYS),
		stamp: new Int32Array(students),
		stamps: 0,
		soft: 0,
		clashes: 0,
		disorder: 0
	};
	for (let e = 0; e < events; e++) {
		occupy(relaxed, e, relaxed.slotOf[e] ?? 0, relaxed.roomOf[e] ?? 0);
		attend(relaxed, e, relaxed.slotOf[e] ?? 0);
	}
	relaxed.soft = relaxed.busy.reduce((sum, mask) => sum + (DAY_COST[mask] ?? 0), 0);
	for (let e = 0; e < events; e++)
		relaxed.disorder += disorderOf(relaxed, e, relaxed.slotOf[e] ?? 0);
	relaxed.disorder /= 2;
	return relaxed;
}

function occupy(relaxed: Relaxed, event: number, slot: number, room: number): void {
	relaxed.slotOf[event] = slot;
	relaxed.roomOf[event] = room;
	relaxed.place[slot * relaxed.enrolment.rooms + room] = event;
	relaxed.used[slot] = (relaxed.used[slot] ?? 0) | (1 << room);
}

function vacate(relaxed: Relaxed, event: number): void {
	const [slot, room] = [relaxed.slotOf[event] ?? 0, relaxed.roomOf[event] ?? 0];
	relaxed.place[slot * relaxed.enrolment.rooms + room] = FREE;
	relaxed.used[slot] = (relaxed.used[slot] ?? 0) & ~(1 << room);
}

/** Counts an event's students into a slot. */
function attend(relaxed: Relaxed, event: number, slot: number): void {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { count, busy } = relaxed;
	const [day, bit] = [DAY_OF[slot] ?? 0, BIT_OF[slot] ?? 0];
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		const cell = student * SLOTS + slot;
		const before = count[cell] ?? 0;
		count[cell] = before + 1;
		if (before > 0) relaxed.clashes++;
		busy[student * DAYS + day] = (busy[student * DAYS + day] ?? 0) | bit;
	}
}

/** Counts an event's students out of a slot. */
function leave(relaxed: Relaxed, event: number, slot: number): void {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { count, busy } = relaxed;
	const [day, bit] = [DAY_OF[slot] ?? 0, BIT_OF[slot] ?? 0];
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		const cell = student * SLOTS + slot;
		const before = count[cell] ?? 0;
		count[cell] = before - 1;
		if (before > 1) relaxed.clashes--;
		else busy[student * DAYS + day] = (busy[student * DAYS + day] ?? 0) & ~bit;
	}
}

/** Pairs out of order that involve the event, if it were in `slot`. */
function disorderOf(relaxed: Relaxed, event: number, slot: number): number {
	const { before, after } = relaxed.enrolment;
	let broken = 0;
	for (let i = before.start[event] ?? 0, end = before.start[event + 1] ?? 0; i < end; i++)
		if ((relaxed.slotOf[before.items[i] ?? 0] ?? 0) >= slot) broken++;
	for (let i = after.start[event] ?? 0, end = after.start[event + 1] ?? 0; i < end; i++)
		if ((relaxed.slotOf[after.items[i] ?? 0] ?? 0) <= slot) broken++;
	return broken;
}

/** Change of soft and clash cost if the event's unstamped students moved from one slot to another. */
function delta(relaxed: Relaxed, event: number, from: number, to: number, weight: number): number {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { count, busy, stamp, stamps } = relaxed;
	const [dayA, dayB] = [DAY_OF[from] ?? 0, DAY_OF[to] ?? 0];
	const [bitA, bitB] = [BIT_OF[from] ?? 0, BIT_OF[to] ?? 0];
	let [soft, clashes] = [0, 0];
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		if (stamp[student] === stamps) continue;
		const alone = (count[student * SLOTS + from] ?? 0) === 1;
		const free = (count[student * SLOTS + to] ?? 0) === 0;
		if (!alone) clashes--;
		if (!free) clashes++;
		const row = student * DAYS;
		const a = busy[row + dayA] ?? 0;
		const left = alone ? a ^ bitA : a;
		if (dayA === dayB) {
			soft += (DAY_COST[left | bitB] ?? 0) - (DAY_COST[a] ?? 0);
			continue;
		}
		const b = busy[row + dayB] ?? 0;
		soft += (DAY_COST[left] ?? 0) - (DAY_COST[a] ?? 0);
		soft += (DAY_COST[b | bitB] ?? 0) - (DAY_COST[b] ?? 0);
	}
	return soft + weight * clashes;
}

/** Stamps the students of `event`; those it shares with `other` take part in no change of a swap. */
function stampShared(relaxed: Relaxed, event: number, other: number): void {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { stamp } = relaxed;
	const mark = (relaxed.stamps += 2) - 1;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++)
		stamp[items[i] ?? 0] = mark;
	for (let i = start[other] ?? 0, end = start[other + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		if (stamp[student] === mark) stamp[student] = mark + 1;
	}
}

/** One move: an event to a free suitable room of a slot, or in exchange with one that sits there. */
export function relaxOnce(relaxed: Relaxed, random: Random, weather: Weather): boolean {
	const { events, rooms, allowed, roomMask } = relaxed.enrolment;
	const event = random.below(events);
	const to = random.below(SLOTS);
	const from = relaxed.slotOf[event] ?? 0;
	if (from === to || allowed[event * SLOTS + to] !== 1) return false;
	const suitable = roomMask[event] ?? 0;
	const free = suitable & ~(relaxed.used[to] ?? 0);
	if (free !== 0 && random.next() < TRANSFER)
		return transfer(relaxed, random, weather, event, to, lowestRoom(free));
	const room = random.below(rooms);
	const other = relaxed.place[to * rooms + room] ?? FREE;
	if (other === FREE || allowed[other * SLOTS + from] !== 1) return false;
	return swap(relaxed, random, weather, event, other);
}

/** Share of transfers where a suitable room is free. */
const TRANSFER = 0.6;

function accepts(change: number, random: Random, temperature: number): boolean {
	return change <= 0 || random.next() < Math.exp(-change / temperature);
}

function transfer(
	relaxed: Relaxed,
	random: Random,
	weather: Weather,
	event: number,
	to: number,
	room: number
): boolean {
	const from = relaxed.slotOf[event] ?? 0;
	const disorder = disorderOf(relaxed, event, to) - disorderOf(relaxed, event, from);
	relaxed.stamps += 2;
	const price = delta(relaxed, event, from, to, weather.clashWeight);
	const change = price + weather.clashWeight * ORDER * disorder;
	if (!accepts(change, random, weather.temperature)) return false;
	const clashes = relaxed.clashes;
	leave(relaxed, event, from);
	attend(relaxed, event, to);
	relaxed.soft += price - weather.clashWeight * (relaxed.clashes - clashes);
	relaxed.disorder += disorder;
	vacate(relaxed, event);
	occupy(relaxed, event, to, room);
	return true;
}

/** Rooms for a swap: each takes a free suitable room of its new slot, or the one the other leaves. */
function roomIn(relaxed: Relaxed, event: number, slot: number, left: number): number {
	const open =
		(relaxed.enrolment.roomMask[event] ?? 0) & (~(relaxed.used[slot] ?? 0) | (1 << left));
	const all = (1 << relaxed.enrolment.rooms) - 1;
	return (open & all) === 0 ? FREE : lowestRoom(open & all);
}

function swap(
	relaxed: Relaxed,
	random: Random,
	weather: Weather,
	event: number,
	other: number
): boolean {
	const [from, to] = [relaxed.slotOf[event] ?? 0, relaxed.slotOf[other] ?? 0];
	const roomA = roomIn(relaxed, event, to, relaxed.roomOf[other] ?? 0);
	const roomB = roomIn(relaxed, other, from, relaxed.roomOf[event] ?? 0);
	if (roomA === FREE || roomB === FREE) return false;
	// Whoever is tied to the other by order would count their pair twice: such swaps are rare.
	if (isTied(relaxed, event, other)) return false;
	const disorder =
		disorderOf(relaxed, event, to) +
		disorderOf(relaxed, other, from) -
		disorderOf(relaxed, event, from) -
		disorderOf(relaxed, other, to);
	stampShared(relaxed, event, other);
	const weight = weather.clashWeight;
	const price = delta(relaxed, event, from, to, weight) + delta(relaxed, other, to, from, weight);
	if (!accepts(price + weight * ORDER * disorder, random, weather.temperature)) return false;
	const clashes = relaxed.clashes;
	leave(relaxed, event, from);
	leave(relaxed, other, to);
	attend(relaxed, event, to);
	attend(relaxed, other, from);
	relaxed.soft += price - weight * (relaxed.clashes - clashes);
	relaxed.disorder += disorder;
	vacate(relaxed, event);
	vacate(relaxed, other);
	occupy(relaxed, event, to, roomA);
	occupy(relaxed, other, from, roomB);
	return true;
}

function isTied(relaxed: Relaxed, event: number, other: number): boolean {
	const { before, after } = relaxed.enrolment;
	const row = (rows: typeof before) =>
		rows.items.subarray(rows.start[event] ?? 0, rows.start[event + 1] ?? 0);
	return row(before).includes(other) || row(after).includes(other);
}
