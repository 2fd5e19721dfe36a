import * as v from 'valibot';
import { actorId, mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules } from '../../agency/index.ts';
import { isInForce } from '../goal.ts';
import { lockGoal, saveStanding } from '../goal.store.ts';
import { negotiateGoals, sideOf } from '../plans.policy.ts';
import type { PlanTables, StepId } from '../plans.tables.ts';
import { lockStep, updateStep } from '../step.store.ts';

export const stepInput = v.object({ stepId: idField<StepId>() });
export type StepInput = v.InferOutput<typeof stepInput>;
type Step = PlanTables['step'];
type StepResult = Result<
	{ readonly stepId: StepId; readonly goalId: Step['goal_id'] },
	Failure<'plans.not-found' | 'plans.step-waits' | 'plans.not-your-turn' | 'plans.words-missing'>
>;

/** Locks a step this person may change. */
async function ownStep(
	scope: Scope,
	stepId: StepId
): Promise<Result<Step, Failure<'plans.not-found'>>> {
	const step = await lockStep(scope, stepId);
	return step && mayFor(scope.actor, negotiateGoals, step.learner_id)
		? ok(step)
		: fail('plans.not-found');
}

const told = (scope: Scope, step: Step, action: string) =>
	recordDecision(scope, {
		action,
		learnerId: step.learner_id,
		object: { type: 'step', id: step.step_id }
	});

/** The first step that is done starts an agreed goal. */
async function startGoal(scope: Scope, goalId: Step['goal_id']): Promise<void> {
	const goal = goalId && (await lockGoal(scope, goalId));
	if (!goal || !isInForce(goal.state) || goal.state === 'active') return;
	await saveStanding(scope, goal, { ...goal, state: 'active' });
}

/** "I did this". Ticking twice is ticking once. */
export async function tickStep(scope: Scope, { stepId }: StepInput): Promise<StepResult> {
	const found = await ownStep(scope, stepId);
	if (!found.ok) return found;
	const step = found.value;
	const answer = ok({ stepId, goalId: step.goal_id });
	if (step.waits_for) return fail('plans.step-waits');
	if (step.done_at) return answer;
	await updateStep(scope, stepId, { done_at: scope.now });
	await startGoal(scope, step.goal_id);
	await told(scope, step, 'plans.tick-step');
	return answer;
}

/** Undo of "I did this". */
export async function untickStep(scope: Scope, { stepId }: StepInput): Promise<StepResult> {
	const found = await ownStep(scope, stepId);
	if (!found.ok) return found;
	const answer = ok({ stepId, goalId: found.value.goal_id });
	if (!found.value.done_at) return answer;
	await updateStep(scope, stepId, { done_at: null });
	await told(scope, found.value, 'plans.untick-step');
	return answer;
}

/** Takes a step away; `restoreStep` brings it back. */
export async function removeStep(scope: Scope, { stepId }: StepInput): Promise<StepResult> {
	const found = await ownStep(scope, stepId);
	if (!found.ok) return found;
	const answer = ok({ stepId, goalId: found.value.goal_id });
	if (found.value.removed_at) return answer;
	await updateStep(scope, stepId, { removed_at: scope.now });
	await told(scope, found.value, 'plans.remove-step');
	return answer;
}

/** Undo of taking a step away. */
export async function restoreStep(scope: Scope, { stepId }: StepInput): Promise<StepResult> {
	const found = await ownStep(scope, stepId);
	if (!found.ok) return found;
	const answer = ok({ stepId, goalId: found.value.goal_id });
	if (!found.value.removed_at) return answer;
	await updateStep(scope, stepId, { removed_at: null });
	await told(scope, found.value, 'plans.restore-step');
	return answer;
}

export const answerStepInput = v.object({
	stepId: idField<StepId>(),
	answer: v.picklist(['agree', 'no']),
	words: optionalWordsField(500)
});
export type AnswerStepInput = v.InferOutput<typeof answerStepInput>;

/** The other side's yes or no to a step; a no says why. */
export async function answerStep(
	scope: Scope,
	{ stepId, answer, words }: AnswerStepInput
): Promise<StepResult> {
	const found = await ownStep(scope, stepId);
	if (!found.ok) return found;
	const step = found.value;
	if (!step.waits_for) return ok({ stepId, goalId: step.goal_id });
	if (sideOf(personOf(scope), step.learner_id) !== step.waits_for) {
		return fail('plans.not-your-turn');
	}
	if (answer === 'no' && words === null) return fail('plans.words-missing', 'words');
	await updateStep(scope, stepId, {
		...(answer === 'agree' ? { waits_for: null } : { removed_at: scope.now }),
		answered_by: actorId(scope),
		answered_at: scope.now,
		answer_words: words
	});
	await recordDecision(scope, {
		action: 'plans.answer-step',
		learnerId: step.learner_id,
		object: { type: 'step', id: stepId },
		changes: { answer: [null, answer] },
		...(answer === 'agree' && {
			ladder: {
				kind: 'activity',
				decided: ladderRules[step.rung].decided,
				rung: step.rung,
				initiatorId: step.added_by
			}
		})
	});
	return ok({ stepId, goalId: step.goal_id });
}
