import type { Random } from '../../kernel/index.ts';
import { SLOTS } from './instance.ts';
import { disorderDelta, markShared, softDelta } from './relaxed-cost.ts';
import { enter, leave, occupy, vacate, type Relaxed } from './relaxed.ts';
import { freeRoom } from './rooms.ts';
import { FREE } from './timetable.ts';

/** How hot the walk is, and what a clash and a pair out of order cost beside soft cost. */
export interface Climate {
	temperature: number;
	clashWeight: number;
	orderWeight: number;
}

/** Share of exchanges with an event that clashes, where one does, rather than any. */
const WITH_CLASHING = 0.7;
/** Share of transfers where a room is free but something clashes. */
const INTO_CLASH = 0.5;

/**
 * One step of annealing: an event and a slot at random; a transfer where a suitable room is free,
 * else an exchange with an event that sits there. Returns true if the timetable changed.
 */
export function walkOnce(relaxed: Relaxed, random: Random, climate: Climate): boolean {
	const { enrolment, open, slotOf, used, clash } = relaxed;
	const event = random.below(enrolment.events);
	const first = open.start[event] ?? 0;
	const to = open.items[first + random.below((open.start[event + 1] ?? 0) - first)] ?? 0;
	const from = slotOf[event] ?? 0;
	if (from === to) return false;
	const clashes = clash[to * enrolment.events + event] ?? 0;
	if (
		((enrolment.roomMask[event] ?? 0) & ~(used[to] ?? 0)) !== 0 &&
		(clashes === 0 || random.next() < INTO_CLASH)
	)
		return transfer(relaxed, random, event, from, to, climate);
	const other =
		clashes > 0 && random.next() < WITH_CLASHING
			? clashing(relaxed, random, event, to)
			: (relaxed.place[to * enrolment.rooms + random.below(enrolment.rooms)] ?? FREE);
	if (other !== FREE) return exchange(relaxed, random, event, other, climate);
	return transfer(relaxed, random, event, from, to, climate);
}

/** What a step may cost at most: the rule of Metropolis, drawn before soft cost is computed. */
const drawLimit = (random: Random, climate: Climate): number =>
	-climate.temperature * Math.log(1 - random.next());

/** One of the events of a slot that share students with an event. */
function clashing(relaxed: Relaxed, random: Random, event: number, slot: number): number {
	const { place, shared, enrolment } = relaxed;
	const { rooms, events } = enrolment;
	const first = random.below(rooms);
	for (let i = 0; i < rooms; i++) {
		const room = first + i < rooms ? first + i : first + i - rooms;
		const other = place[slot * rooms + room] ?? FREE;
		if (other !== FREE && shared[event * events + other] !== 0) return other;
	}
	return FREE;
}

function transfer(
	relaxed: Relaxed,
	random: Random,
	event: number,
	from: number,
	to: number,
	climate: Climate
): boolean {
	const { clash, enrolment } = relaxed;
	const { events, roomMask } = enrolment;
	const clashes = (clash[to * events + event] ?? 0) - (clash[from * events + event] ?? 0);
	const disorder = disorderDelta(relaxed, event, from, to);
	const hard = climate.clashWeight * clashes + climate.orderWeight * disorder;
	const limit = drawLimit(random, climate);
	if (hard > limit + sizeOf(relaxed, event)) return false;
	if (hard + softDelta(relaxed, event, from, to, 0) > limit) return false;
	const room = freeRoom(relaxed, to, roomMask[event] ?? 0);
	if (room === FREE) return false;
	vacate(relaxed, event);
	shift(relaxed, event, from, to, room);
	relaxed.clashes += clashes;
	relaxed.disorder += disorder;
	return true;
}

/** Two events change slots. Pairs tied by order are left alone: they would be counted twice. */
function exchange(
	relaxed: Relaxed,
	random: Random,
	event: number,
	other: number,
	climate: Climate
): boolean {
	const { clash, shared, slotOf, tied, enrolment } = relaxed;
	const { events } = enrolment;
	const [from, to] = [slotOf[event] ?? 0, slotOf[other] ?? 0];
	if (enrolment.allowed[other * SLOTS + from] !== 1) return false;
	const clashes =
		(clash[to * events + event] ?? 0) -
		(clash[from * events + event] ?? 0) +
		(clash[from * events + other] ?? 0) -
		(clash[to * events + other] ?? 0) -
		2 * (shared[event * events + other] ?? 0);
	const disorder =
		disorderDelta(relaxed, event, from, to) + disorderDelta(relaxed, other, to, from);
	const hard = climate.clashWeight * clashes + climate.orderWeight * disorder;
	const limit = drawLimit(random, climate);
	if (hard > limit + sizeOf(relaxed, event) + sizeOf(relaxed, other)) return false;
	if (tied[event * events + other] === 1) return false;
	const skip = markShared(relaxed, event, other);
	const soft =
		softDelta(relaxed, event, from, to, skip) + softDelta(relaxed, other, to, from, skip);
	if (hard + soft > limit || !changePlaces(relaxed, event, other)) return false;
	relaxed.clashes += clashes;
	relaxed.disorder += disorder;
	return true;
}

/** Carries an exchange out if both find rooms; leaves everything as it was if not. */
function changePlaces(relaxed: Relaxed, event: number, other: number): boolean {
	const { slotOf, roomOf, enrolment } = relaxed;
	const { roomMask } = enrolment;
	const [from, to] = [slotOf[event] ?? 0, slotOf[other] ?? 0];
	vacate(relaxed, event);
	vacate(relaxed, other);
	const room = freeRoom(relaxed, to, roomMask[event] ?? 0);
	const back = room === FREE ? FREE : freeRoom(relaxed, from, roomMask[other] ?? 0);
	if (back === FREE) {
		// Others may have changed rooms on the way; a matching still exists.
		occupy(relaxed, event, from, backRoom(relaxed, from, event, roomOf[event] ?? 0));
		occupy(relaxed, other, to, backRoom(relaxed, to, other, roomOf[other] ?? 0));
		return false;
	}
	shift(relaxed, event, from, to, room);
	shift(relaxed, other, to, from, back);
	return true;
}

/** The old room if it is still free, else another. */
function backRoom(relaxed: Relaxed, slot: number, event: number, room: number): number {
	if (((relaxed.used[slot] ?? 0) & (1 << room)) === 0) return room;
	return freeRoom(relaxed, slot, relaxed.enrolment.roomMask[event] ?? 0);
}

function shift(relaxed: Relaxed, event: number, from: number, to: number, room: number): void {
	leave(relaxed, event, from);
	enter(relaxed, event, to);
	occupy(relaxed, event, to, room);
}

function sizeOf(relaxed: Relaxed, event: number): number {
	const { start } = relaxed.enrolment.studentsOf;
	return (start[event + 1] ?? 0) - (start[event] ?? 0);
}
