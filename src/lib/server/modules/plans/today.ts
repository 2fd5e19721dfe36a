import { mayFor, type Scope } from '../../platform/access/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
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
