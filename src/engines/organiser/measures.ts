import { groupBy } from './alone.ts';
import { pointsOfRank, weightOfNeed, worstOffCost, type CriterionName } from './criteria.ts';
import { measureCover } from './cover.ts';
import { measureComfort } from './measure-comfort.ts';
import { measureGroups } from './measure-groups.ts';
import { gotPoints, hasSeat, type PlanView } from './plan-view.ts';
import { studySeatsOf } from './problem.ts';

type Measure = (view: PlanView) => number;

const count = <T>(items: readonly T[] | undefined, test: (item: T) => boolean): number =>
	(items ?? []).reduce((sum, item) => sum + (test(item) ? 1 : 0), 0);

const sum = <T>(items: readonly T[] | undefined, value: (item: T) => number): number =>
	(items ?? []).reduce((total, item) => total + value(item), 0);

/** Learners present in a slot without a session, beyond the study seats. */
function studyOverflow(view: PlanView): number {
	return sum(view.problem.slots, (slot) => {
		const idle = count(
			view.problem.learners,
			(learner) => !learner.away?.includes(slot.id) && !view.seats.get(learner.id)?.has(slot.id)
		);
		return Math.max(0, idle - studySeatsOf(view.problem, slot.id));
	});
}

function pinsMissed(view: PlanView): number {
	return count(
		view.problem.pins,
		(pin) =>
			!view.plan.sessions.some(
				(s) => s.offer === pin.offer && s.section === pin.section && s.slot === pin.slot
			)
	);
}

function minutesMissing(view: PlanView): number {
	return sum(view.problem.owed, ({ learner, domain, minutes }) => {
		const held = [...(view.seats.get(learner)?.values() ?? [])];
		const given = sum(held, (session) =>
			view.offers.get(session.offer)?.domain === domain
				? (view.slots.get(session.slot)?.minutes ?? 0)
				: 0
		);
		return Math.max(0, minutes - given);
	});
}

function needsUnmet(view: PlanView): number {
	return sum(view.problem.needs, (need) =>
		need.offers.some((offer) => hasSeat(view, need.learner, offer)) ? 0 : weightOfNeed(need)
	);
}

function worstOff(view: PlanView): number {
	const wishes = groupBy(view.problem.wishes ?? [], (wish) => wish.learner);
	return sum(view.problem.learners, (learner) => {
		const mine = (wishes.get(learner.id) ?? []).map(({ offer, rank }) => ({
			offer,
			points: pointsOfRank(rank)
		}));
		const got = gotPoints(view, learner.id, mine);
		return worstOffCost(view.alone.get(learner.id) ?? 0, got, learner.credit ?? 0);
	});
}

const choicesUnmet =
	(matches: (rank: number) => boolean): Measure =>
	(view) =>
		count(
			view.problem.wishes,
			(wish) => matches(wish.rank) && !hasSeat(view, wish.learner, wish.offer)
		);

/** Learner-slots whose offer differs from the published plan, empty ones included; leavers do not count. */
function seatsChanged(view: PlanView): number {
	const published = view.problem.published;
	if (published === undefined) return 0;
	const before = new Map<string, string>();
	const key = (learner: string, slot: string) => JSON.stringify([learner, slot]);
	for (const session of published.sessions)
		for (const learner of session.learners)
			if (view.learners.has(learner) && view.slots.has(session.slot))
				before.set(key(learner, session.slot), session.offer);
	let changed = 0;
	for (const [learner, week] of view.seats)
		for (const [slot, session] of week) {
			const was = before.get(key(learner, slot));
			if (was !== session.offer) changed++;
			before.delete(key(learner, slot));
		}
	return changed + before.size;
}

function sessionsChanged(view: PlanView): number {
	const held = new Set(
		view.plan.sessions.map((s) => JSON.stringify([s.offer, s.section, s.slot, s.room, s.adult]))
	);
	return count(
		view.problem.published?.sessions,
		(s) => !held.has(JSON.stringify([s.offer, s.section, s.slot, s.room, s.adult]))
	);
}

function habitsBroken(view: PlanView): number {
	return count(
		view.problem.habits,
		(habit) => view.seats.get(habit.learner)?.get(habit.slot)?.offer !== habit.offer
	);
}

/** One measure per criterion, each computed from the plan alone. */
export const MEASURES: Readonly<Record<CriterionName, Measure>> = {
	mustsMissed: (view) =>
		count(view.problem.musts, (must) => !hasSeat(view, must.learner, must.offer)),
	studyOverflow,
	pinsMissed,
	minutesMissing,
	needsUnmet,
	worstOff,
	firstChoices: choicesUnmet((rank) => rank === 1),
	secondChoices: choicesUnmet((rank) => rank === 2),
	thirdChoices: choicesUnmet((rank) => rank === 3),
	laterChoices: choicesUnmet((rank) => rank > 3),
	...measureGroups,
	...measureComfort,
	seatsChanged,
	sessionsChanged,
	uncovered: measureCover,
	habitsBroken
};
