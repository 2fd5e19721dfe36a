import {
	explainWishes,
	fairnessOf,
	findCauses,
	findRelaxations,
	score,
	type Cause,
	type CriterionName,
	type Fairness,
	type Relaxation,
	type WeekPlan,
	type WeekProblem,
	type WishCause
} from '#engines/organiser/index.ts';

/** What the page of a run shows of its result: counts and shares; learners only where a must could not be kept. */
export interface RunReport {
	readonly sessions: number;
	readonly seats: number;
	readonly learners: number;
	/** Learners with wishes; shares below are of these. */
	readonly wishers: number;
	readonly criteria: Readonly<Record<CriterionName, number>>;
	readonly fairness: Omit<Fairness, 'satisfaction'>;
	readonly causes: readonly Cause[];
	readonly relaxations: readonly Relaxation[];
	/** Musts without a seat. */
	readonly unplaced: readonly { readonly learner: string; readonly offer: string }[];
	/** How many wishes were not granted, by why. */
	readonly unmet: Readonly<Partial<Record<WishCause, number>>>;
}

/** Measures a plan in everything that people ask of it. */
export function reportOf(problem: WeekProblem, plan: WeekPlan): RunReport {
	const { satisfaction, ...fairness } = fairnessOf(problem, plan);
	const seated = new Set(
		plan.sessions.flatMap(({ offer, learners }) => learners.map((learner) => `${learner} ${offer}`))
	);
	const unmet = explainWishes(problem, plan);
	return {
		sessions: plan.sessions.length,
		seats: seated.size,
		learners: problem.learners.length,
		wishers: satisfaction.size,
		criteria: score(problem, plan).criteria,
		fairness,
		causes: findCauses(problem, plan),
		relaxations: findRelaxations(problem, plan, 6),
		unplaced: (problem.musts ?? []).filter(
			({ learner, offer }) => !seated.has(`${learner} ${offer}`)
		),
		unmet: Object.fromEntries(
			[...Map.groupBy(unmet, ({ cause }) => cause)].map(([cause, all]) => [cause, all.length])
		)
	};
}
