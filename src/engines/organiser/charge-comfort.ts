import { DAY_TABLE } from './comfort-table.ts';
import { NONE } from './instance.ts';
import { C, charge, type State } from './state.ts';

/** Lonely sessions, long runs and load of one learner's day, by its mask. */
export function toggleDay(state: State, learner: number, slot: number): void {
	const { slotDay, slotBit, days } = state.instance;
	const cell = learner * days + (slotDay[slot] ?? 0);
	const before = state.dayMask[cell] ?? 0;
	const after = before ^ (1 << (slotBit[slot] ?? 0));
	state.dayMask[cell] = after;
	const { single, longRuns, balance } = DAY_TABLE;
	charge(state, C.singleDays, (single[after] ?? 0) - (single[before] ?? 0));
	charge(state, C.longRuns, (longRuns[after] ?? 0) - (longRuns[before] ?? 0));
	charge(state, C.balance, (balance[after] ?? 0) - (balance[before] ?? 0));
}

/** Area in which the learner is in a slot, or NONE. */
function areaAt(state: State, learner: number, slot: number): number {
	const seat = state.seatAt[learner * state.instance.slots + slot] ?? NONE;
	if (seat === NONE) return NONE;
	const room = state.roomOf[state.sessionOf[seat] ?? 0] ?? NONE;
	return room === NONE ? NONE : (state.instance.roomArea[room] ?? NONE);
}

/** Changes of area just before and just after a slot in which the learner sits in `area`. */
export function chargeMoves(
	state: State,
	learner: number,
	slot: number,
	area: number,
	sign: 1 | -1
): void {
	if (area === NONE) return;
	const { slotDay, slots } = state.instance;
	for (let other = slot - 1; other <= slot + 1; other += 2) {
		if (other < 0 || other >= slots || slotDay[other] !== slotDay[slot]) continue;
		const there = areaAt(state, learner, other);
		if (there !== NONE && there !== area) charge(state, C.moves, sign);
	}
}
