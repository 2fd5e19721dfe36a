import type { PlannedSession, WeekPlan } from './problem.ts';

/** Whom and what a new plan touches; ids sorted. */
export interface PlanChanges {
	/** Learners whose own week is another one: some slot differs in offer or room. */
	readonly learners: readonly string[];
	/** Learners who only meet another adult: same offer, same room, same time. */
	readonly ledByAnother: readonly string[];
	readonly adults: readonly string[];
	readonly opened: number;
	readonly closed: number;
	/** Same section in another slot, room, or with another adult. */
	readonly moved: number;
}

const sectionOf = (s: PlannedSession) => JSON.stringify([s.offer, s.section]);

/** What one person's week looks like, slot by slot, as far as they would notice a change. */
function weeks(
	plan: WeekPlan,
	people: (session: PlannedSession) => readonly string[],
	seen: (session: PlannedSession) => string
): ReadonlyMap<string, ReadonlyMap<string, string>> {
	const weekOf = new Map<string, Map<string, string>>();
	for (const session of plan.sessions)
		for (const person of people(session)) {
			const week = weekOf.get(person) ?? new Map<string, string>();
			weekOf.set(person, week.set(session.slot, seen(session)));
		}
	return weekOf;
}

function differing(
	before: ReturnType<typeof weeks>,
	after: ReturnType<typeof weeks>
): readonly string[] {
	const people = new Set([...before.keys(), ...after.keys()]);
	const slotsOf = (week: ReadonlyMap<string, string> | undefined) => [...(week?.keys() ?? [])];
	return [...people]
		.filter((person) => {
			const [was, is] = [before.get(person), after.get(person)];
			return [...slotsOf(was), ...slotsOf(is)].some((slot) => was?.get(slot) !== is?.get(slot));
		})
		.sort();
}

/** Compares two plans of the same school. */
export function planChanges(before: WeekPlan, after: WeekPlan): PlanChanges {
	const was = new Map(before.sessions.map((s) => [sectionOf(s), s]));
	const is = new Map(after.sessions.map((s) => [sectionOf(s), s]));
	const place = (s: PlannedSession) => JSON.stringify([s.slot, s.room, s.adult]);
	const where = (s: PlannedSession) => JSON.stringify([s.offer, s.room]);
	const learners = (plan: WeekPlan, seen: (session: PlannedSession) => string) =>
		weeks(plan, (s) => s.learners, seen);
	const touched = differing(learners(before, where), learners(after, where));
	const own = new Set(touched);
	const withWhom = (s: PlannedSession) => JSON.stringify([s.offer, s.room, s.adult]);
	const noticed = differing(learners(before, withWhom), learners(after, withWhom));
	const adults = (plan: WeekPlan) => weeks(plan, (s) => (s.adult === null ? [] : [s.adult]), where);
	return {
		learners: touched,
		ledByAnother: noticed.filter((learner) => !own.has(learner)),
		adults: differing(adults(before), adults(after)),
		opened: [...is.keys()].filter((key) => !was.has(key)).length,
		closed: [...was.keys()].filter((key) => !is.has(key)).length,
		moved: [...is].filter(([key, s]) => {
			const old = was.get(key);
			return old !== undefined && place(old) !== place(s);
		}).length
	};
}
