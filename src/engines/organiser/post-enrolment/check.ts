import { DAYS, PER_DAY, type Enrolment } from './instance.ts';

/** A timetable as the competition writes it: slot and room per event, -1 and -1 = unplaced. */
export interface EnrolmentPlan {
	readonly slots: ArrayLike<number>;
	readonly rooms: ArrayLike<number>;
}

export interface EnrolmentScore {
	/** Broken hard rules; any makes the timetable invalid. */
	readonly violations: number;
	/** Students of unplaced events. */
	readonly distance: number;
	readonly soft: number;
}

/** Measures a timetable by the competition's rules, independently of the search. */
export function scoreEnrolment(enrolment: Enrolment, plan: EnrolmentPlan): EnrolmentScore {
	const placed = (e: number) => (plan.slots[e] ?? -1) >= 0;
	let [violations, distance] = [0, 0];
	for (let e = 0; e < enrolment.events; e++) {
		if (placed(e)) violations += violationsOf(enrolment, plan, e);
		else
			distance += (enrolment.studentsOf.start[e + 1] ?? 0) - (enrolment.studentsOf.start[e] ?? 0);
	}
	return { violations, distance, soft: softCost(enrolment, plan) };
}

function violationsOf(enrolment: Enrolment, plan: EnrolmentPlan, e: number): number {
	const { events, allowed, roomMask, conflictMatrix, before } = enrolment;
	const [slot, room] = [plan.slots[e] ?? -1, plan.rooms[e] ?? -1];
	let broken = 0;
	if (room < 0 || ((roomMask[e] ?? 0) & (1 << room)) === 0) broken++;
	if (allowed[e * (allowed.length / events) + slot] !== 1) broken++;
	for (let f = 0; f < e; f++) {
		if (plan.slots[f] !== slot) continue;
		if (plan.rooms[f] === room || conflictMatrix[e * events + f] === 1) broken++;
	}
	for (let i = before.start[e] ?? 0; i < (before.start[e + 1] ?? 0); i++) {
		const earlier = plan.slots[before.items[i] ?? 0] ?? -1;
		if (earlier >= 0 && earlier >= slot) broken++;
	}
	return broken;
}

function softCost(enrolment: Enrolment, plan: EnrolmentPlan): number {
	const busy = Array.from({ length: enrolment.students }, () => new Set<number>());
	const { start, items } = enrolment.studentsOf;
	for (let e = 0; e < enrolment.events; e++)
		for (let i = start[e] ?? 0; i < (start[e + 1] ?? 0); i++) {
			const slot = plan.slots[e] ?? -1;
			if (slot >= 0) busy[items[i] ?? 0]?.add(slot);
		}
	let cost = 0;
	for (const slots of busy) for (let day = 0; day < DAYS; day++) cost += dayCost(slots, day);
	return cost;
}

function dayCost(slots: ReadonlySet<number>, day: number): number {
	let [count, run, cost] = [0, 0, 0];
	for (let i = 0; i < PER_DAY; i++) {
		const here = slots.has(day * PER_DAY + i);
		run = here ? run + 1 : 0;
		if (here) count++;
		if (run > 2) cost++;
		if (here && i === PER_DAY - 1) cost++;
	}
	return cost + (count === 1 ? 1 : 0);
}
