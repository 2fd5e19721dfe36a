import type { PlannedSession, WeekPlan, WeekProblem } from '../../src/engines/organiser/index.ts';
import { mayLead } from '../../src/engines/organiser/problem.ts';

/**
 * The fewest learners any repair can touch while adults are away, rooms aside: in each slot as many
 * learners as possible keep their session, with any adult who is there and may lead it (the sets of
 * sessions that can be led are a matroid, so taking the largest first is exact). Limits of adults over
 * the week are left out, so it is a bound and no promise.
 */
export function leastTouched(problem: WeekProblem, plan: WeekPlan): number {
	const touched = new Set<string>();
	for (const [slot, held] of Map.groupBy(plan.sessions, (session) => session.slot))
		for (const { learners } of ledByNobody(problem, slot, held))
			for (const learner of learners) touched.add(learner);
	return touched.size;
}

function ledByNobody(
	problem: WeekProblem,
	slot: string,
	held: readonly PlannedSession[]
): readonly PlannedSession[] {
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const there = problem.adults.filter(({ away }) => !away?.includes(slot));
	const leads = new Map<string, PlannedSession>();
	const assign = (session: PlannedSession, asked: Set<string>): boolean =>
		there.some((adult) => {
			const offer = offers.get(session.offer);
			if (asked.has(adult.id) || offer === undefined || !mayLead(adult, offer)) return false;
			asked.add(adult.id);
			const other = leads.get(adult.id);
			if (other !== undefined && !assign(other, asked)) return false;
			leads.set(adult.id, session);
			return true;
		});
	return held
		.filter(({ adult }) => adult !== null)
		.sort((a, b) => b.learners.length - a.learners.length)
		.filter((session) => !assign(session, new Set()));
}
