import { DAYS, SLOTS } from './instance.ts';
import type { Relaxed } from './relaxed.ts';
import { BIT_OF, DAY_COST, DAY_OF } from './timetable.ts';

/** Change of soft cost if an event moved, without its students that carry the mark `skip` (0 = none). */
export function softDelta(
	relaxed: Relaxed,
	event: number,
	from: number,
	to: number,
	skip: number
): number {
	const { clash, enrolment } = relaxed;
	const clashFrom = clash[from * enrolment.events + event] !== 0;
	const clashTo = clash[to * enrolment.events + event] !== 0;
	if (skip !== 0 || clashFrom || clashTo)
		return deltaWithClashes(relaxed, event, from, to, skip, clashFrom);
	return deltaAlone(relaxed, event, from, to);
}

/** The quick way: the event's students have nothing else in either slot. */
function deltaAlone(relaxed: Relaxed, event: number, from: number, to: number): number {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { busy } = relaxed;
	const [dayA, dayB] = [DAY_OF[from] ?? 0, DAY_OF[to] ?? 0];
	const [bitA, bitB] = [BIT_OF[from] ?? 0, BIT_OF[to] ?? 0];
	let delta = 0;
	if (dayA === dayB) {
		const flip = bitA ^ bitB;
		for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
			const mask = busy[(items[i] ?? 0) * DAYS + dayA] ?? 0;
			delta += (DAY_COST[mask ^ flip] ?? 0) - (DAY_COST[mask] ?? 0);
		}
		return delta;
	}
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const row = (items[i] ?? 0) * DAYS;
		const a = busy[row + dayA] ?? 0;
		const b = busy[row + dayB] ?? 0;
		delta += (DAY_COST[a ^ bitA] ?? 0) - (DAY_COST[a] ?? 0);
		delta += (DAY_COST[b ^ bitB] ?? 0) - (DAY_COST[b] ?? 0);
	}
	return delta;
}

function deltaWithClashes(
	relaxed: Relaxed,
	event: number,
	from: number,
	to: number,
	skip: number,
	clashFrom: boolean
): number {
	const { start, items } = relaxed.enrolment.studentsOf;
	const { busy, count, stamp } = relaxed;
	const [dayA, dayB] = [DAY_OF[from] ?? 0, DAY_OF[to] ?? 0];
	const [bitA, bitB] = [BIT_OF[from] ?? 0, BIT_OF[to] ?? 0];
	let delta = 0;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++) {
		const student = items[i] ?? 0;
		if (skip !== 0 && stamp[student] === skip) continue;
		const row = student * DAYS;
		const a = busy[row + dayA] ?? 0;
		const stays = clashFrom && count[student * SLOTS + from] !== 1;
		const left = stays ? a : a ^ bitA;
		if (dayA === dayB) {
			delta += (DAY_COST[left | bitB] ?? 0) - (DAY_COST[a] ?? 0);
			continue;
		}
		const b = busy[row + dayB] ?? 0;
		delta += (DAY_COST[left] ?? 0) - (DAY_COST[a] ?? 0);
		delta += (DAY_COST[b | bitB] ?? 0) - (DAY_COST[b] ?? 0);
	}
	return delta;
}

/** Marks the students of both events and returns the mark; 0 if they have none in common. */
export function markShared(relaxed: Relaxed, event: number, other: number): number {
	if (relaxed.shared[event * relaxed.enrolment.events + other] === 0) return 0;
	const { start, items } = relaxed.enrolment.studentsOf;
	const { stamp } = relaxed;
	const both = (relaxed.stamps += 2);
	for (let i = start[other] ?? 0, end = start[other + 1] ?? 0; i < end; i++)
		stamp[items[i] ?? 0] = both - 1;
	for (let i = start[event] ?? 0, end = start[event + 1] ?? 0; i < end; i++)
		if (stamp[items[i] ?? 0] === both - 1) stamp[items[i] ?? 0] = both;
	return both;
}

/** Pairs out of order that an event would be in, were it in `slot`. */
function disorderAt(relaxed: Relaxed, event: number, slot: number): number {
	const { before, after } = relaxed.enrolment;
	const { slotOf } = relaxed;
	let broken = 0;
	for (let i = before.start[event] ?? 0, end = before.start[event + 1] ?? 0; i < end; i++)
		if ((slotOf[before.items[i] ?? 0] ?? 0) >= slot) broken++;
	for (let i = after.start[event] ?? 0, end = after.start[event + 1] ?? 0; i < end; i++)
		if ((slotOf[after.items[i] ?? 0] ?? 0) <= slot) broken++;
	return broken;
}

/** Change of the pairs out of order if an event moved. */
export const disorderDelta = (relaxed: Relaxed, event: number, from: number, to: number): number =>
	disorderAt(relaxed, event, to) - disorderAt(relaxed, event, from);
