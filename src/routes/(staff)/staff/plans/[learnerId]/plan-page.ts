import { findLearner, teachLearner } from '#lib/server/modules/people/index.ts';
import {
	getPlan,
	isInForce,
	lastAnswer,
	listProposalsWaiting,
	type WaitingView
} from '#lib/server/modules/plans/index.ts';
import { learnersFor, type Scope } from '#lib/server/platform/access/index.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { toWaitingPlan } from '../../waiting-plan.ts';

/** The learner whose plan waits longest, after this one; null when nobody's does. */
export const nextLearner = (
	waiting: readonly WaitingView[],
	learnerId: PersonId
): { readonly learnerId: PersonId; readonly name: string } | null => {
	const next = waiting.find((one) => one.learnerId !== learnerId);
	return next ? { learnerId: next.learnerId, name: next.learnerName } : null;
};

/** What comes up after an answer: the same learner while more of theirs waits, then who waits longest. */
export async function afterAnswer(scope: Scope, learnerId: PersonId): Promise<PersonId | null> {
	const teaches = learnersFor(scope.actor, teachLearner);
	const waiting = (await listProposalsWaiting(scope)).filter(
		(one) => teaches === 'everyone' || teaches.has(one.learnerId)
	);
	if (waiting.some((one) => one.learnerId === learnerId)) return learnerId;
	return waiting[0]?.learnerId ?? null;
}

/** One learner's plan for an adult who answers it; null where missing or forbidden. Six statements. */
export async function loadPlanPage(scope: Scope, learnerId: PersonId, locale: string) {
	const teaches = learnersFor(scope.actor, teachLearner);
	const learner = await findLearner(scope, teaches, learnerId);
	const plan = await getPlan(scope, learnerId, learner?.band);
	const waiting = (await listProposalsWaiting(scope)).filter(
		(one) => teaches === 'everyone' || teaches.has(one.learnerId)
	);
	const answered = await lastAnswer(scope);
	if (!learner) return null;
	const own = waiting.filter((one) => one.learnerId === learnerId);
	const newId = () => newUuid(scope.now);
	return {
		learner,
		waiting: own.map((view) => toWaitingPlan(view, scope.now, locale)),
		goals: plan.goals
			.filter(({ state }) => isInForce(state))
			.map(({ goalId, fields, commitments, proposals }) => ({
				goalId,
				fields,
				commitments,
				// What took effect without a yes can be talked about for the agreed days.
				canTalk: proposals.some(({ state, talkUntil }) => state === 'agreed' && talkUntil !== null),
				talkId: newId()
			})),
		drafts: plan.goals
			.filter(({ state }) => state === 'drafted')
			.map(({ goalId, fields, purpose }) => ({ goalId, fields, purpose, proposalId: newId() })),
		offer: { goalId: newId(), proposalId: newId() },
		others: new Set(waiting.map((one) => one.learnerId).filter((id) => id !== learnerId)).size,
		next: nextLearner(waiting, learnerId),
		answered
	};
}
