import type { Random } from '../../kernel/index.ts';
import {
	applyChain,
	chainDelta,
	chainKeepsOrder,
	extendChain,
	startChain,
	transferDelta,
	type Chain
} from './chain.ts';
import { SLOTS } from './instance.ts';
import { buildPush, MOST_CLASHES } from './push.ts';
import {
	FREE,
	keepsOrder,
	lowestRoom,
	put,
	sizeOf,
	take,
	toggleStudents,
	type Timetable
} from './timetable.ts';

/** Share of pushes among moves to a slot where few events are in the way. */
const PUSH = 0.7;
/** Share of moves that try to place an unplaced event, while there are any. */
const INSERT = 0.1;

/** How hot the walk is, and what a student of an unplaced event costs beside soft cost. */
export interface Climate {
	temperature: number;
	distanceWeight: number;
}

/**
 * One annealing move: an event and a slot at random. Nothing in the way: a transfer. Else a push,
 * in which what stands in the way finds a home or, for a price, loses its place; or a Kempe chain,
 * joined by one more event where the slot is full. Returns true if the table changed.
 */
export function improveOnce(
	table: Timetable,
	random: Random,
	chain: Chain,
	climate: Climate
): boolean {
	const event = drawEvent(table, random);
	const to = random.below(SLOTS);
	const from = table.slotOf[event] ?? FREE;
	if (from === to || table.enrolment.allowed[event * SLOTS + to] !== 1) return false;
	const clashes = table.clashes[event * SLOTS + to] ?? 0;
	const free = (table.enrolment.roomMask[event] ?? 0) & ~(table.used[to] ?? 0);
	if (clashes === 0 && free !== 0)
		return transfer(table, random, event, to, lowestRoom(free), climate);
	if (from === FREE || (clashes <= MOST_CLASHES && random.next() < PUSH))
		return clashes <= MOST_CLASHES && push(table, random, chain, event, to, climate);
	return exchange(table, random, chain, event, to, climate);
}

function drawEvent(table: Timetable, random: Random): number {
	if (table.unplaced > 0 && random.next() < INSERT)
		return table.waiting[random.below(table.unplaced)] ?? 0;
	return random.below(table.enrolment.events);
}

function transfer(
	table: Timetable,
	random: Random,
	event: number,
	to: number,
	room: number,
	climate: Climate
): boolean {
	if (!keepsOrder(table, event, to)) return false;
	const from = table.slotOf[event] ?? FREE;
	if (from === FREE) return place(table, random, event, to, room, climate);
	const delta = transferDelta(table, event, from, to);
	if (!accepts(delta, random, climate)) return false;
	take(table, event);
	put(table, event, to, room);
	return true;
}

/** An unplaced event takes a free place. */
function place(
	table: Timetable,
	random: Random,
	event: number,
	to: number,
	room: number,
	climate: Climate
): boolean {
	const before = table.soft;
	put(table, event, to, room);
	const delta = table.soft - before - climate.distanceWeight * sizeOf(table, event);
	if (accepts(delta, random, climate)) return true;
	take(table, event);
	return false;
}

/** A Kempe chain between two slots. */
function exchange(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	to: number,
	climate: Climate
): boolean {
	startChain(chain, table.slotOf[event] ?? FREE, to);
	if (!extendChain(table, chain, event)) return false;
	if (chain.length === 1 && !joinAnother(table, random, chain)) return false;
	if (!chainKeepsOrder(table, chain)) return false;
	return accepts(chainDelta(table, chain), random, climate) && applyChain(table, chain);
}

/** Where no room is free: an event of the other slot comes the other way. */
function joinAnother(table: Timetable, random: Random, chain: Chain): boolean {
	const { rooms } = table.enrolment;
	const other = table.place[chain.to * rooms + random.below(rooms)] ?? FREE;
	if (other === FREE) return true;
	return chain.inside[other] === chain.stamp || extendChain(table, chain, other);
}

/** A tree of pushes, evaluated on the students' masks themselves. */
function push(
	table: Timetable,
	random: Random,
	chain: Chain,
	event: number,
	to: number,
	climate: Climate
): boolean {
	if (!buildPush(table, random, chain, event, to)) return false;
	if (!chainKeepsOrder(table, chain)) return false;
	const before = table.soft;
	for (let i = 0; i < chain.length; i++) shift(table, chain, chain.events[i] ?? 0);
	const soft = table.soft - before;
	for (let i = 0; i < chain.length; i++) shift(table, chain, chain.events[i] ?? 0);
	const delta = soft + climate.distanceWeight * distanceDelta(table, chain);
	return accepts(delta, random, climate) && applyChain(table, chain);
}

/** Moves the students of an event between its slot and its target; twice is as if never. */
function shift(table: Timetable, chain: Chain, event: number): void {
	const [from, to] = [table.slotOf[event] ?? FREE, chain.target[event] ?? FREE];
	if (from !== FREE) toggleStudents(table, event, from);
	if (to !== FREE) toggleStudents(table, event, to);
}

function distanceDelta(table: Timetable, chain: Chain): number {
	let delta = 0;
	for (let i = 0; i < chain.length; i++) {
		const event = chain.events[i] ?? 0;
		if (table.slotOf[event] === FREE) delta -= sizeOf(table, event);
		if (chain.target[event] === FREE) delta += sizeOf(table, event);
	}
	return delta;
}

function accepts(delta: number, random: Random, climate: Climate): boolean {
	return delta <= 0 || random.next() < Math.exp(-delta / climate.temperature);
}
