import type { Offer, WeekProblem } from './problem.ts';

/** What is wrong with one part of the input; `at` is a path such as `wishes[3].offer`. */
export interface ProblemFault {
	readonly code:
		| 'organiser.unknown-id'
		| 'organiser.duplicate-id'
		| 'organiser.bad-number'
		| 'organiser.too-many-slots-in-a-day'
		| 'organiser.slots-out-of-order';
	readonly at: string;
}

/** Most slots one day may have: day masks are 16 bits wide. */
export const SLOTS_PER_DAY = 16;

type Report = (code: ProblemFault['code'], at: string) => void;

/**
 * Every fault of the input's form: unknown or repeated ids, numbers out of range.
 * An empty list means `solve` accepts it. What cannot be satisfied is no fault: see `findCauses`.
 */
export function checkProblem(problem: WeekProblem): readonly ProblemFault[] {
	const faults: ProblemFault[] = [];
	const report: Report = (code, at) => faults.push({ code, at });
	checkIds(problem, report);
	checkGrid(problem, report);
	checkNumbers(problem, report);
	checkReferences(problem, report);
	return faults;
}

const LISTS = ['slots', 'rooms', 'adults', 'learners', 'offers'] as const;

function checkIds(problem: WeekProblem, report: Report): void {
	for (const list of LISTS) {
		const seen = new Set<string>();
		for (const [index, { id }] of problem[list].entries()) {
			if (seen.has(id)) report('organiser.duplicate-id', `${list}[${index}].id`);
			seen.add(id);
		}
	}
	repeated(problem.wishes, 'wishes', (wish) => [wish.learner, wish.offer], report);
	repeated(problem.musts, 'musts', (must) => [must.learner, must.offer], report);
	repeated(problem.owed, 'owed', (owed) => [owed.learner, owed.domain], report);
	repeated(problem.needs, 'needs', (need) => [need.id], report);
	repeated(problem.habits, 'habits', (habit) => [habit.learner, habit.slot], report);
	repeated(problem.pins, 'pins', (pin) => [pin.offer, String(pin.section)], report);
}

function repeated<T>(
	items: readonly T[] | undefined,
	name: string,
	key: (item: T) => readonly string[],
	report: Report
): void {
	const seen = new Set<string>();
	for (const [index, item] of (items ?? []).entries()) {
		const text = JSON.stringify(key(item));
		if (seen.has(text)) report('organiser.duplicate-id', `${name}[${index}]`);
		seen.add(text);
	}
}

function checkGrid(problem: WeekProblem, report: Report): void {
	const perDay = new Map<number, number>();
	let previous = 0;
	for (const [index, slot] of problem.slots.entries()) {
		if (slot.day < previous) report('organiser.slots-out-of-order', `slots[${index}].day`);
		previous = slot.day;
		const count = (perDay.get(slot.day) ?? 0) + 1;
		perDay.set(slot.day, count);
		if (count > SLOTS_PER_DAY) report('organiser.too-many-slots-in-a-day', `slots[${index}]`);
	}
}

function checkNumbers(problem: WeekProblem, report: Report): void {
	const whole = (value: number | undefined, from: number, to: number, at: string) => {
		if (value === undefined) return;
		if (!(Number.isInteger(value) && value >= from && value <= to))
			report('organiser.bad-number', at);
	};
	const big = 1e9;
	for (const [i, slot] of problem.slots.entries()) {
		whole(slot.day, 0, 30, `slots[${i}].day`);
		whole(slot.minutes, 1, 1440, `slots[${i}].minutes`);
	}
	for (const [i, room] of problem.rooms.entries()) whole(room.seats, 0, big, `rooms[${i}].seats`);
	for (const [i, adult] of problem.adults.entries())
		whole(adult.maximumSessions, 0, big, `adults[${i}].maximumSessions`);
	for (const [i, learner] of problem.learners.entries()) {
		whole(learner.ageMonths, 0, 1200, `learners[${i}].ageMonths`);
		whole(learner.credit, 0, 1000, `learners[${i}].credit`);
		for (const [domain, value] of Object.entries(learner.standing ?? {}))
			whole(value, 0, 100, `learners[${i}].standing.${domain}`);
	}
	for (const [i, offer] of problem.offers.entries()) checkOffer(offer, `offers[${i}]`, whole);
	for (const [i, need] of (problem.needs ?? []).entries()) {
		whole(need.severity, 1, 5, `needs[${i}].severity`);
		whole(need.weeks, 0, big, `needs[${i}].weeks`);
	}
	for (const [i, wish] of (problem.wishes ?? []).entries())
		whole(wish.rank, 1, 1000, `wishes[${i}].rank`);
	for (const [i, owed] of (problem.owed ?? []).entries())
		whole(owed.minutes, 0, 100_000, `owed[${i}].minutes`);
	whole(problem.limits?.money, 0, 1e12, 'limits.money');
	whole(problem.limits?.adultMinutes, 0, big, 'limits.adultMinutes');
	for (const slot of problem.slots) {
		const seats = problem.studySeats;
		whole(typeof seats === 'number' ? seats : seats[slot.id], 0, big, `studySeats.${slot.id}`);
	}
	for (const [name, weight] of Object.entries(problem.weights ?? {}))
		whole(weight, 0, 1000, `weights.${name}`);
}

function checkOffer(
	offer: Offer,
	at: string,
	whole: (value: number | undefined, from: number, to: number, at: string) => void
): void {
	whole(offer.sections, 0, 500, `${at}.sections`);
	whole(offer.minimum, 0, 100_000, `${at}.minimum`);
	whole(offer.maximum, 0, 100_000, `${at}.maximum`);
	whole(offer.ageSpreadMonths, 0, 1200, `${at}.ageSpreadMonths`);
	whole(offer.cost, 0, 1e9, `${at}.cost`);
}

function checkReferences(problem: WeekProblem, report: Report): void {
	const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
	const known = {
		slot: ids(problem.slots),
		room: ids(problem.rooms),
		adult: ids(problem.adults),
		learner: ids(problem.learners),
		offer: ids(problem.offers)
	};
	const want = (kind: keyof typeof known, id: string | undefined, at: string) => {
		if (id !== undefined && !known[kind].has(id)) report('organiser.unknown-id', at);
	};
	const wantAll = (kind: keyof typeof known, list: readonly string[] | undefined, at: string) => {
		for (const [i, id] of (list ?? []).entries()) want(kind, id, `${at}[${i}]`);
	};
	for (const [i, room] of problem.rooms.entries())
		wantAll('slot', room.closed, `rooms[${i}].closed`);
	for (const [i, adult] of problem.adults.entries())
		wantAll('slot', adult.away, `adults[${i}].away`);
	for (const [i, learner] of problem.learners.entries())
		wantAll('slot', learner.away, `learners[${i}].away`);
	for (const [i, offer] of problem.offers.entries()) {
		wantAll('adult', offer.adults, `offers[${i}].adults`);
		want('adult', offer.usualAdult, `offers[${i}].usualAdult`);
		wantAll('slot', offer.slots, `offers[${i}].slots`);
	}
	for (const name of ['musts', 'wishes'] as const)
		for (const [i, item] of (problem[name] ?? []).entries()) {
			want('learner', item.learner, `${name}[${i}].learner`);
			want('offer', item.offer, `${name}[${i}].offer`);
		}
	for (const [i, need] of (problem.needs ?? []).entries()) {
		want('learner', need.learner, `needs[${i}].learner`);
		wantAll('offer', need.offers, `needs[${i}].offers`);
	}
	for (const [i, owed] of (problem.owed ?? []).entries())
		want('learner', owed.learner, `owed[${i}].learner`);
	for (const name of ['apart', 'together'] as const)
		for (const [i, pair] of (problem[name] ?? []).entries())
			wantAll('learner', pair, `${name}[${i}]`);
	checkPins(problem, want, report);
	for (const [i, habit] of (problem.habits ?? []).entries()) {
		want('learner', habit.learner, `habits[${i}].learner`);
		want('slot', habit.slot, `habits[${i}].slot`);
		want('offer', habit.offer, `habits[${i}].offer`);
	}
}

function checkPins(
	problem: WeekProblem,
	want: (kind: 'slot' | 'room' | 'adult' | 'offer', id: string | undefined, at: string) => void,
	report: Report
): void {
	const sections = new Map(problem.offers.map((offer) => [offer.id, offer.sections]));
	for (const [i, pin] of (problem.pins ?? []).entries()) {
		want('offer', pin.offer, `pins[${i}].offer`);
		want('slot', pin.slot, `pins[${i}].slot`);
		want('room', pin.room, `pins[${i}].room`);
		want('adult', pin.adult, `pins[${i}].adult`);
		const most = sections.get(pin.offer) ?? Infinity;
		if (!(Number.isInteger(pin.section) && pin.section >= 0 && pin.section < most))
			report('organiser.bad-number', `pins[${i}].section`);
	}
}
