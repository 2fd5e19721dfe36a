import {
	CRITERIA,
	CRITERION_NAMES,
	LEVELS,
	weightsOf,
	type CriterionName,
	type LevelName
} from './criteria.ts';
import { MEASURES } from './measures.ts';
import { viewPlan } from './plan-view.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';

/** A plan's cost: smaller is better, compared level by level. All numbers are exact integers. */
export interface Score {
	/** Weighted sums, in the order of `LEVELS`. */
	readonly levels: readonly number[];
	/** Unweighted measures by criterion. */
	readonly criteria: Readonly<Record<CriterionName, number>>;
}

/**
 * Measures a plan from nothing but the problem and the plan (shares no state with the search).
 * `alone` saves time where many plans of one problem are measured; see `alonePoints`.
 */
export function score(
	problem: WeekProblem,
	plan: WeekPlan,
	alone?: ReadonlyMap<string, number>
): Score {
	const view = viewPlan(problem, plan, alone);
	const weights = weightsOf(problem.weights);
	const levels = LEVELS.map(() => 0);
	const pairs = CRITERION_NAMES.map((name) => {
		const value = MEASURES[name](view);
		const level = LEVELS.indexOf(CRITERIA[name].level);
		levels[level] = (levels[level] ?? 0) + weights[name] * value;
		return [name, value];
	});
	// SAFETY: built from every criterion name.
	return { levels, criteria: Object.fromEntries(pairs) as Record<CriterionName, number> };
}

/** Negative where `a` is better than `b`, zero where equal: the first level that differs decides. */
export function compareLevels(a: ArrayLike<number>, b: ArrayLike<number>): number {
	for (let i = 0; i < LEVELS.length; i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** One level by name. */
export function levelOf(score: { readonly levels: readonly number[] }, name: LevelName): number {
	return score.levels[LEVELS.indexOf(name)] ?? 0;
}
