import {
	learnersFor,
	namedLearners,
	mayFor,
	type AgeBand,
	type Rule,
	type Scope
} from '../../platform/access/index.ts';
import { addDays } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { ladderOf, type LadderView } from '../agency/index.ts';
import { findLastAnswer, findReviewsAndAnswer, type AnswerGivenView } from './answer.store.ts';
import { differenceOf, isInForce, type FieldChanges } from './goal.ts';
import { listLearnersWithoutGoals } from './goal.store.ts';
import { turnOf } from './negotiation.ts';
import { takeBackWithin } from './take-back.ts';
import {
	listGoalViews,
	listPlanStateRows,
	listReviewRows,
	listStepViews,
	listWaitingRows,
	type GoalView,
	type PlanStateView,
	type ProposalView,
	type ReviewView,
	type StepView,
	type VersionView,
	type WaitingView
} from './plan.store.ts';
import { negotiateGoals, seePlan } from './plans.policy.ts';
import type { GoalId } from './plans.tables.ts';

/** A learner's living plan. */
export interface PlanView {
	readonly learnerId: PersonId;
	/** In force, proposed, in discussion, drafted, and what ended in the last 30 days. */
	readonly goals: readonly GoalView[];
	/** Steps to do first, then the done ones. */
	readonly steps: readonly StepView[];
	readonly ladder: LadderView;
}

const endedShown = 30 * 86_400_000;

/**
 * A learner's plan: goals with promises, what waits, who agreed; steps; who decides what. Three statements. Empty where
 * it may not be seen.
 */
export async function getPlan(
	scope: Scope,
	learnerId: PersonId,
	band: AgeBand = '12-18'
): Promise<PlanView> {
	const open = mayFor(scope.actor, seePlan, learnerId) ? learnerId : null;
	const [goals, steps, ladder] = await Promise.all([
		listGoals(scope, learnerId),
		listStepViews(scope, open, { limit: 80 }),
		ladderOf(scope, learnerId, band)
	]);
	return { learnerId, goals, steps, ladder };
}

/** A learner's goals alone, as `getPlan` has them; one statement. Empty where they may not be seen. */
export const listGoals = (scope: Scope, learnerId: PersonId): Promise<readonly GoalView[]> =>
	listGoalViews(scope, {
		learnerId: mayFor(scope.actor, seePlan, learnerId) ? learnerId : null,
		today: scope.today,
		endedSince: new Date(scope.now.getTime() - endedShown)
	});

/** One goal with its whole history. */
export interface GoalPageView {
	readonly goal: GoalView;
	readonly steps: readonly StepView[];
}

/** One goal of a learner with all its proposals, versions, agreements and steps; null where missing or forbidden. */
export async function findGoal(
	scope: Scope,
	learnerId: PersonId,
	goalId: GoalId
): Promise<GoalPageView | null> {
	const open = mayFor(scope.actor, seePlan, learnerId) ? learnerId : null;
	const which = { learnerId: open, goalId, whole: true, today: scope.today };
	const [[goal], steps] = await Promise.all([
		listGoalViews(scope, which),
		listStepViews(scope, open, { goalId, limit: 80 })
	]);
	return goal ? { goal, steps } : null;
}

/** The proposal of a goal that waits, and whose turn it is; null when nothing waits. */
export function waitingOf(
	goal: GoalView
): { proposal: ProposalView; turn: 'learner' | 'adult' } | null {
	const proposal = goal.proposals.find(({ state }) => state === 'open' || state === 'asked');
	if (!proposal) return null;
	const state = proposal.state === 'asked' ? 'asked' : 'open';
	const turn = turnOf({ side: proposal.side, state });
	return turn && { proposal, turn };
}

/** The field-level difference between any two versions of a goal; null where one of them is not there. */
export function compareVersions(
	versions: readonly VersionView[],
	from: number,
	to: number
): FieldChanges | null {
	const before = versions.find(({ version }) => version === from);
	const after = versions.find(({ version }) => version === to);
	return before && after ? differenceOf(before.fields, after.fields) : null;
}

const others = (scope: Scope, rule: Rule): readonly PersonId[] =>
	namedLearners(scope.actor, rule).filter(
		(id) => scope.actor.kind !== 'person' || id !== scope.actor.personId
	);

/** What waits for an answer by this adult: learners' proposals, questions to adults, steps; oldest first. */
export const listProposalsWaiting = (scope: Scope, limit = 60): Promise<readonly WaitingView[]> =>
	listWaitingRows(scope, others(scope, negotiateGoals), limit);

/** The acting adult's newest answer to a proposal, while it can be taken back; one statement. */
export async function lastAnswer(scope: Scope): Promise<AnswerGivenView | null> {
	const which = answersOf(scope);
	return (which && (await findLastAnswer(scope, which))) ?? null;
}

/** Reviews that are due today and the newest answer, for the page of what waits; one statement. */
export async function reviewsAndLastAnswer(scope: Scope): Promise<{
	readonly reviews: readonly ReviewView[];
	readonly answered: AnswerGivenView | null;
}> {
	const which = answersOf(scope);
	if (!which) return { reviews: [], answered: null };
	return findReviewsAndAnswer(scope, which, {
		learnerIds: others(scope, seePlan),
		until: scope.today,
		limit: 60
	});
}

/** Answers by whoever acts that can still be taken back; the system answers nothing. */
function answersOf(scope: Scope) {
	if (scope.actor.kind !== 'person') return null;
	return {
		personId: scope.actor.personId,
		learnerIds: others(scope, negotiateGoals),
		since: new Date(scope.now.getTime() - takeBackWithin)
	};
}

/** Goals of this adult's learners that are to be looked at again, up to so many days ahead. */
export const listReviewsDue = (
	scope: Scope,
	{ daysAhead = 0, limit = 60 }: { readonly daysAhead?: number; readonly limit?: number } = {}
): Promise<readonly ReviewView[]> =>
	listReviewRows(scope, {
		learnerIds: others(scope, seePlan),
		until: addDays(scope.today, daysAhead),
		limit
	});

/** How the plans of these learners stand, for those the actor may see; a learner without a goal is missing. */
export async function planStatesOf(
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<ReadonlyMap<PersonId, PlanStateView>> {
	const visible = learnersFor(scope.actor, seePlan);
	const open = learnerIds.filter((id) => visible === 'everyone' || visible.has(id));
	const rows = await listPlanStateRows(scope, open);
	return new Map(rows.map((row) => [row.learnerId, row]));
}

/** Goals a learner works on now, for choosing what a step or an offer is for. */
export const goalsInForce = (goals: readonly GoalView[]): readonly GoalView[] =>
	goals.filter(({ state }) => isInForce(state));

/** Learners whose plan is still empty: for the software, which drafts one; nobody else gets a list. */
export async function listWithoutGoals(scope: Scope): Promise<readonly PersonId[]> {
	return scope.actor.kind === 'system' ? listLearnersWithoutGoals(scope) : [];
}
