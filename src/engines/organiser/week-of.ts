import type { PlannedSession, WeekPlan, WeekProblem } from './problem.ts';

/** What one learner does in one slot. */
export type WeekCell =
	| { readonly kind: 'session'; readonly slot: string; readonly session: PlannedSession }
	| { readonly kind: 'study'; readonly slot: string }
	| { readonly kind: 'away'; readonly slot: string };

/** A learner's complete week: one cell per slot, in order of the grid. */
export function weekOf(problem: WeekProblem, plan: WeekPlan, learner: string): readonly WeekCell[] {
	const away = problem.learners.find(({ id }) => id === learner)?.away ?? [];
	const mine = plan.sessions.filter((session) => session.learners.includes(learner));
	return problem.slots.map(({ id: slot }) => {
		const session = mine.find((one) => one.slot === slot);
		if (session !== undefined) return { kind: 'session', slot, session };
		return { kind: away.includes(slot) ? 'away' : 'study', slot };
	});
}
