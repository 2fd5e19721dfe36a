import type { Learner, Offer, PlannedSession, Slot, WeekPlan, WeekProblem } from './problem.ts';
import { alonePoints } from './alone.ts';

/** A plan with the look-ups that measuring it needs. */
export interface PlanView {
	readonly problem: WeekProblem;
	readonly plan: WeekPlan;
	readonly offers: ReadonlyMap<string, Offer>;
	readonly learners: ReadonlyMap<string, Learner>;
	readonly slots: ReadonlyMap<string, Slot>;
	/** Learner id, then slot id, to the session. */
	readonly seats: ReadonlyMap<string, ReadonlyMap<string, PlannedSession>>;
	/** Learner id to the ids of the offers they have a seat in. */
	readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
	readonly alone: ReadonlyMap<string, number>;
}

/** Builds the view; `alone` may be passed where many plans of one problem are measured. */
export function viewPlan(
	problem: WeekProblem,
	plan: WeekPlan,
	alone: ReadonlyMap<string, number> = alonePoints(problem)
): PlanView {
	const seats = new Map(problem.learners.map(({ id }) => [id, new Map<string, PlannedSession>()]));
	const taken = new Map(problem.learners.map(({ id }) => [id, new Set<string>()]));
	for (const session of plan.sessions)
		for (const learner of session.learners) {
			seats.get(learner)?.set(session.slot, session);
			taken.get(learner)?.add(session.offer);
		}
	const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
		new Map(items.map((item) => [item.id, item]));
	return {
		problem,
		plan,
		offers: byId(problem.offers),
		learners: byId(problem.learners),
		slots: byId(problem.slots),
		seats,
		taken,
		alone
	};
}

/** Whether the learner has a seat in the offer. */
export function hasSeat(view: PlanView, learner: string, offer: string): boolean {
	return view.taken.get(learner)?.has(offer) ?? false;
}

/** Points of wishes granted to a learner; see `pointsOfRank`. */
export function gotPoints(
	view: PlanView,
	learner: string,
	wishes: readonly { readonly offer: string; readonly points: number }[]
): number {
	return wishes.reduce(
		(sum, wish) => sum + (hasSeat(view, learner, wish.offer) ? wish.points : 0),
		0
	);
}
