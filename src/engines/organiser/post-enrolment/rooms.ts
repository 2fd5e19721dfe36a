import { FREE, lowestRoom, reroom, type Timetable } from './timetable.ts';

/**
 * Frees a room in the slot for an event with these suitable rooms, along an augmenting path:
 * holders move on until a free room is reached. Returns the room, or FREE if there is none
 * (nothing has moved then). `barred` are rooms that must not be asked again.
 */
export function freeRoom(table: Timetable, slot: number, suitable: number): number {
	return augment(table, slot, suitable, { seen: 0 });
}

function augment(table: Timetable, slot: number, suitable: number, path: { seen: number }): number {
	const free = suitable & ~(table.used[slot] ?? 0);
	if (free !== 0) return lowestRoom(free);
	const { rooms, roomMask } = table.enrolment;
	for (let ask = suitable & ~path.seen; ask !== 0; ask = suitable & ~path.seen) {
		const room = lowestRoom(ask);
		path.seen |= 1 << room;
		const holder = table.place[slot * rooms + room] ?? FREE;
		if (holder === FREE) continue;
		const next = augment(table, slot, (roomMask[holder] ?? 0) & ~(1 << room), path);
		if (next === FREE) continue;
		reroom(table, holder, next);
		return room;
	}
	return FREE;
}
