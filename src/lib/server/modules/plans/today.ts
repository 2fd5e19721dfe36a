import { mayFor, type Scope } from '../../platform/access/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { listStepViews, type StepView } from './plan.store.ts';
import { seePlan } from './plans.policy.ts';
import {
	findFamilyHomeRow,
	listReplyRows,
	type FamilyHomeView,
	type GoalReplyView
} from './today.store.ts';

export type { FamilyHomeView, GoalReplyView, TogetherView } from './today.store.ts';

const answeredLately = 2 * 86_400_000;

/**
 * What came back to a learner about their goals: proposals and questions that wait for them, and what an adult
 * answered in the last two days. One statement.
 */
export const goalReplies = (
	scope: Scope,
	learnerId: PersonId,
	limit = 4
): Promise<readonly GoalReplyView[]> =>
	listReplyRows(scope, {
		learnerId: mayFor(scope.actor, seePlan, learnerId) ? learnerId : null,
		answeredSince: new Date(scope.now.getTime() - answeredLately),
		limit
	});

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
