import type { Enrolment } from './instance.ts';
import { FREE, lowestRoom } from './timetable.ts';

/** Who sits where: what the search for a room needs of a timetable. */
export interface Rooming {
	readonly enrolment: Enrolment;
	readonly roomOf: Int32Array;
	/** SLOTS x rooms: event there, or FREE. */
	readonly place: Int32Array;
	/** Bit set of rooms in use, by slot. */
	readonly used: Int32Array;
	/** Rooms that one search has asked already. */
	asked: number;
}

/**
 * Frees a room in the slot for an event with these suitable rooms, along an augmenting path:
 * holders move on until a free room is reached. Returns the room, or FREE if there is none
 * (nothing has moved then).
 */
export function freeRoom(rooming: Rooming, slot: number, suitable: number): number {
	const used = rooming.used[slot] ?? 0;
	const free = suitable & ~used;
	if (free !== 0) return lowestRoom(free);
	if (used === (1 << rooming.enrolment.rooms) - 1) return FREE;
	rooming.asked = 0;
	return augment(rooming, slot, suitable);
}

function augment(rooming: Rooming, slot: number, suitable: number): number {
	const free = suitable & ~(rooming.used[slot] ?? 0);
	if (free !== 0) return lowestRoom(free);
	const { rooms, roomMask } = rooming.enrolment;
	for (let ask = suitable & ~rooming.asked; ask !== 0; ask = suitable & ~rooming.asked) {
		const room = lowestRoom(ask);
		rooming.asked |= 1 << room;
		const holder = rooming.place[slot * rooms + room] ?? FREE;
		if (holder === FREE) continue;
		const next = augment(rooming, slot, (roomMask[holder] ?? 0) & ~(1 << room));
		if (next === FREE) continue;
		reroom(rooming, holder, slot, next);
		return room;
	}
	return FREE;
}

/** Gives an event another, free room of its slot. */
function reroom(rooming: Rooming, event: number, slot: number, room: number): void {
	const { rooms } = rooming.enrolment;
	const old = rooming.roomOf[event] ?? 0;
	rooming.place[slot * rooms + old] = FREE;
	rooming.place[slot * rooms + room] = event;
	rooming.used[slot] = ((rooming.used[slot] ?? 0) & ~(1 << old)) | (1 << room);
	rooming.roomOf[event] = room;
}
