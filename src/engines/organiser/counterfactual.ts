import { levelOf, score } from './score.ts';
import { planChanges } from './plan-changes.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';
import { repair } from './repair.ts';
import { validate } from './validate.ts';
import { LEVELS, type LevelName } from './criteria.ts';

/**
 * What granting one wish would take. Counts only: nobody is named but the learner's own offers.
 * `possible: false` means that no valid plan was found, not that there is none.
 */
export type WishPrice =
	| { readonly possible: false }
	| {
			readonly possible: true;
			/** Offers of the learner's own that would go. */
			readonly givesUp: readonly string[];
			/** Others whose week would change, and how many would then have fewer granted wishes. */
			readonly othersTouched: number;
			readonly othersLosing: number;
			readonly sectionsOpened: number;
			readonly sectionsMoved: number;
			/** Difference of each level, positive = worse. */
			readonly levels: Readonly<Record<LevelName, number>>;
	  };

/**
 * Forces a wish, repairs the plan around it and says the price; shown only because that plan was
 * really built and validated. Deterministic; about as long as one repair (<= 300 ms at 600 learners).
 */
export function priceOfWish(
	problem: WeekProblem,
	plan: WeekPlan,
	wish: { readonly learner: string; readonly offer: string },
	options: {
		readonly seed: number;
		readonly moves?: number;
		/** Slot ids that may not change any more. */
		readonly frozen?: readonly string[];
	}
): WishPrice {
	const forced: WeekProblem = {
		...problem,
		musts: [...(problem.musts ?? []).filter((must) => !isSame(must, wish)), wish]
	};
	const repaired = repair(forced, plan, { ...options, requests: [wish] });
	if (!repaired.ok) return { possible: false };
	const granted = repaired.plan.sessions.some(
		(session) => session.offer === wish.offer && session.learners.includes(wish.learner)
	);
	if (!granted || validate(problem, repaired.plan).length > 0) return { possible: false };
	const before = score({ ...problem, published: plan }, plan);
	const after = score({ ...problem, published: plan }, repaired.plan);
	// A wish is never bought with someone's must.
	if (levelOf(after, 'complete') > levelOf(before, 'complete')) return { possible: false };
	const changes = planChanges(plan, repaired.plan);
	const others = changes.learners.filter((id) => id !== wish.learner);
	const wishes = Map.groupBy(problem.wishes ?? [], ({ learner }) => learner);
	const count = (of: WeekPlan, id: string) =>
		(wishes.get(id) ?? []).filter(({ offer }) => offersOf(of, id).has(offer)).length;
	const kept = offersOf(repaired.plan, wish.learner);
	// SAFETY: built from every level name.
	const levels = Object.fromEntries(
		LEVELS.map((name) => [name, levelOf(after, name) - levelOf(before, name)])
	) as Record<LevelName, number>;
	return {
		possible: true,
		givesUp: [...offersOf(plan, wish.learner)].filter((offer) => !kept.has(offer)).sort(),
		othersTouched: others.length,
		othersLosing: others.filter((id) => count(repaired.plan, id) < count(plan, id)).length,
		sectionsOpened: changes.opened,
		sectionsMoved: changes.moved,
		levels
	};
}

const isSame = (
	a: { readonly learner: string; readonly offer: string },
	b: { readonly learner: string; readonly offer: string }
): boolean => a.learner === b.learner && a.offer === b.offer;

function offersOf(plan: WeekPlan, learner: string): ReadonlySet<string> {
	return new Set(
		plan.sessions.filter((s) => s.learners.includes(learner)).map((session) => session.offer)
	);
}
