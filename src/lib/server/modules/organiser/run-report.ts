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

/** How many wishes of one rank there are, and how many of them have a seat. */
export interface ChoiceCount {
	readonly asked: number;
	readonly given: number;
}

/** What the page of a run shows of its result: counts and shares; learners only where a must could not be kept. */
export interface RunReport {
	readonly sessions: number;
	readonly seats: number;
	readonly learners: number;
	/** Learners with wishes; shares below are of these. */
	readonly wishers: number;
	readonly criteria: Readonly<Record<CriterionName, number>>;
	/** Wishes of rank 1, 2, 3 and of any later one. */
	readonly choices: readonly ChoiceCount[];
	/** Learners who wished and have none of their first three. */
	readonly noneOfThree: number;
	readonly needs: { readonly all: number; readonly unmet: number };
	readonly fairness: Omit<Fairness, 'satisfaction'>;
	readonly causes: readonly Cause[];
	readonly relaxations: readonly Relaxation[];
	/** Musts without a seat. */
	readonly unplaced: readonly { readonly learner: string; readonly offer: string }[];
	/** How many wishes were not granted, by why. */
	readonly unmet: Readonly<Partial<Record<WishCause, number>>>;
}

const seatKey = (learner: string, offer: string): string => `${learner} ${offer}`;

function choicesOf(
	{ wishes = [] }: WeekProblem,
	seated: ReadonlySet<string>
): readonly ChoiceCount[] {
	return [1, 2, 3, 4].map((rank) => {
		const asked = wishes.filter((wish) => Math.min(4, wish.rank) === rank);
		const given = asked.filter(({ learner, offer }) => seated.has(seatKey(learner, offer)));
		return { asked: asked.length, given: given.length };
	});
}

function needsOf({ needs = [] }: WeekProblem, seated: ReadonlySet<string>): RunReport['needs'] {
	const unmet = needs.filter(({ learner, offers }) =>
		offers.every((offer) => !seated.has(seatKey(learner, offer)))
	);
	return { all: needs.length, unmet: unmet.length };
}

/** Measures a plan in everything that people ask of it. */
export function reportOf(problem: WeekProblem, plan: WeekPlan): RunReport {
	const { satisfaction, ...fairness } = fairnessOf(problem, plan);
	const seated = new Set(
		plan.sessions.flatMap(({ offer, learners }) =>
			learners.map((learner) => seatKey(learner, offer))
		)
	);
	const unmet = explainWishes(problem, plan);
	return {
		sessions: plan.sessions.length,
		seats: seated.size,
		learners: problem.learners.length,
		wishers: satisfaction.size,
		criteria: score(problem, plan).criteria,
		choices: choicesOf(problem, seated),
		noneOfThree: Math.round((1 - fairness.topThree) * satisfaction.size),
		needs: needsOf(problem, seated),
		fairness,
		causes: findCauses(problem, plan),
		relaxations: findRelaxations(problem, plan, 6),
		unplaced: (problem.musts ?? []).filter(
			({ learner, offer }) => !seated.has(seatKey(learner, offer))
		),
		unmet: Object.fromEntries(
			[...Map.groupBy(unmet, ({ cause }) => cause)].map(([cause, all]) => [cause, all.length])
		)
	};
}
