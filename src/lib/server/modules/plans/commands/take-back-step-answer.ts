import { actorId, mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { negotiateGoals, sideOf } from '../plans.policy.ts';
import type { StepId } from '../plans.tables.ts';
import { lockStep, updateStep } from '../step.store.ts';
import { takeBackWithin } from '../take-back.ts';
import type { StepInput } from './tick-step.ts';

/** Undo of one's own yes or no to a step, for a few minutes and while it is not done: it waits again. */
export async function takeBackStepAnswer(
	scope: Scope,
	{ stepId }: StepInput
): Promise<Result<{ readonly stepId: StepId }, Failure<'plans.not-found' | 'plans.stale'>>> {
	const step = await lockStep(scope, stepId);
	if (!step || !mayFor(scope.actor, negotiateGoals, step.learner_id)) {
		return fail('plans.not-found');
	}
	if (step.waits_for) return ok({ stepId });
	if (step.answered_by === null || step.answered_by !== actorId(scope)) {
		return fail('plans.not-found');
	}
	const age = scope.now.getTime() - (step.answered_at?.getTime() ?? 0);
	if (age > takeBackWithin || step.done_at) return fail('plans.stale');
	await updateStep(scope, stepId, {
		waits_for: sideOf(personOf(scope), step.learner_id),
		removed_at: null,
		answered_by: null,
		answered_at: null,
		answer_words: null
	});
	await recordDecision(scope, {
		action: 'plans.take-back-step-answer',
		learnerId: step.learner_id,
		object: { type: 'step', id: stepId }
	});
	return ok({ stepId });
}
