import type { PlanView } from './plan-view.ts';
import type { PlannedSession } from './problem.ts';

/** One learner's day: the sessions in order of slot, `undefined` where there is none. */
type Day = readonly (PlannedSession | undefined)[];

function* days(view: PlanView): Generator<Day> {
	const byDay = Map.groupBy(view.problem.slots, (slot) => slot.day);
	for (const week of view.seats.values())
		for (const slots of byDay.values()) yield slots.map((slot) => week.get(slot.id));
}

function total(view: PlanView, cost: (day: Day) => number): number {
	let sum = 0;
	for (const day of days(view)) sum += cost(day);
	return sum;
}

const load = (day: Day): number => day.filter((session) => session !== undefined).length;

/** Third and further sessions in a row. */
function longRuns(day: Day): number {
	let run = 0;
	let cost = 0;
	for (const session of day) {
		run = session === undefined ? 0 : run + 1;
		if (run > 2) cost++;
	}
	return cost;
}

/** Changes of area between sessions in a row; a session without a room has no area. */
function moves(view: PlanView): number {
	const areas = new Map(view.problem.rooms.map((room) => [room.id, room.area]));
	const areaOf = (session: PlannedSession | undefined) => areas.get(session?.room ?? '');
	return total(view, (day) => {
		let cost = 0;
		for (let i = 1; i < day.length; i++) {
			const [from, to] = [areaOf(day[i - 1]), areaOf(day[i])];
			if (from !== undefined && to !== undefined && from !== to) cost++;
		}
		return cost;
	});
}

/** Level "comfort": no lonely session, no long runs, few moves, days of like load. */
export const measureComfort = {
	singleDays: (view: PlanView) => total(view, (day) => (load(day) === 1 ? 1 : 0)),
	longRuns: (view: PlanView) => total(view, longRuns),
	moves,
	balance: (view: PlanView) => total(view, (day) => load(day) ** 2)
};
