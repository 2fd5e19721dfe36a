import { mayFor, type Scope } from '../../platform/access/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { Wording } from '../curriculum/index.ts';
import { refresherOf, refresherQuery, type Refresher } from '../pathways/index.ts';
import { listStepViews, type StepView } from './plan.store.ts';
import { seePlan } from './plans.policy.ts';
import {
	findFamilyHomeRow,
	findTodayRow,
	type FamilyHomeView,
	type GoalReplyView,
	type TodayStep
} from './today.store.ts';

export type { FamilyHomeView, GoalReplyView, TogetherView } from './today.store.ts';

const answeredLately = 2 * 86_400_000;

/** What a learner sees first: steps to do next, what came back about their goals, one thing to freshen up. */
export interface TodayView {
	/** Due first; nothing that waits for a yes. */
	readonly steps: readonly TodayStep[];
	/** Proposals and questions that wait for them, and what an adult answered in the last two days. */
	readonly replies: readonly GoalReplyView[];
	readonly refresher: Refresher | null;
}

/** How much of each a page holds; a refresher takes the place of the last step. */
const most = { steps: 3, replies: 4 } as const;

/**
 * A learner's Today. `refresher` is the outcome that is due a refresh (`findRefresher`), shown on days with school. One
 * statement; empty where the plan may not be seen.
 */
export async function findToday(
	scope: Scope,
	learnerId: PersonId,
	refresher: (Wording & { readonly outcomeId: OutcomeId | null }) | null = null
): Promise<TodayView> {
	const open = mayFor(scope.actor, seePlan, learnerId) ? learnerId : null;
	const query =
		open && refresher?.outcomeId
			? refresherQuery(scope, open, refresher.outcomeId, refresher)
			: null;
	const found = await findTodayRow(scope, {
		learnerId: open,
		steps: most.steps,
		answeredSince: new Date(scope.now.getTime() - answeredLately),
		limit: most.replies,
		refresher: query
	});
	const fresh = refresherOf(scope, found.refresher);
	const steps = fresh ? found.steps.slice(0, most.steps - 1) : found.steps;
	return { steps, replies: found.replies, refresher: fresh };
}

/**
 * What a family sees first of one child's plan: goals in force or waiting, and things to do together at home.
 * One statement; empty where the plan may not be seen.
 */
export const findFamilyHome = (scope: Scope, learnerId: PersonId): Promise<FamilyHomeView> =>
	findFamilyHomeRow(scope, {
		learnerId: mayFor(scope.actor, seePlan, learnerId) ? learnerId : null,
		today: schoolDay(scope.now, 'UTC')
	});

/** A child's plan as the family reads it: goals in force or waiting, with their promises, and all steps. */
export interface FamilyPlanView {
	readonly goals: FamilyHomeView['goals'];
	readonly steps: readonly StepView[];
}

/** The plan of one child for their family. Two statements; empty where it may not be seen. */
export async function findFamilyPlan(scope: Scope, learnerId: PersonId): Promise<FamilyPlanView> {
	const { goals } = await findFamilyHome(scope, learnerId);
	const open = mayFor(scope.actor, seePlan, learnerId) ? learnerId : null;
	return { goals, steps: await listStepViews(scope, open, { limit: 60 }) };
}
