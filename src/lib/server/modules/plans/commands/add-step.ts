import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf, type Side } from '../../agency/index.ts';
import { bandOf, pickAlternative, type AlternativeSetId } from '../../pathways/index.ts';
import type { OpportunityId } from '../../opportunities/index.ts';
import { dayField } from '../goal-form.ts';
import { lockGoal } from '../goal.store.ts';
import { negotiateGoals, sideOf } from '../plans.policy.ts';
import type { GoalId, StepId } from '../plans.tables.ts';
import { waitsFor, type StepAdded } from '../step.ts';
import { findOpenStepFor, insertStep, type NewStep } from '../step.store.ts';

/** A step that was added, and whose yes it waits for. */
export interface AddedStep {
	readonly stepId: StepId;
	readonly learnerId: PersonId;
	readonly waitsFor: Side | null;
}

type StepContent = Omit<NewStep, 'added_by' | 'rung' | 'waits_for'>;

/** Adds a step as the rung for activities says; permission was checked. */
export async function putInPlan(
	scope: Scope,
	step: StepContent,
	from: Pick<StepAdded, 'isOffer' | 'needsGuardian'> & { readonly action: string }
): Promise<AddedStep> {
	const actor = personOf(scope);
	const learnerId = step.learner_id;
	const side = sideOf(actor, learnerId);
	const { activity: rung } = await rungsOf(scope, learnerId, await bandOf(scope, learnerId));
	const waits = waitsFor({ side, rung, ...from });
	const isNew = await insertStep(scope, {
		...step,
		added_by: actor.personId,
		rung,
		waits_for: waits
	});
	if (isNew) {
		await recordDecision(scope, {
			action: from.action,
			learnerId,
			object: { type: 'step', id: step.step_id },
			...(waits === null && {
				ladder: {
					kind: 'activity',
					decided: ladderRules[rung].decided,
					rung,
					initiatorId: actor.personId
				}
			})
		});
	}
	return { stepId: step.step_id, learnerId, waitsFor: waits };
}

export const addStepInput = v.object({
	id: idField<StepId>(),
	learnerId: idField<PersonId>(),
	goalId: v.optional(idField<GoalId>()),
	words: wordsField(300),
	where: optionalWordsField(120),
	dueOn: dayField()
});
export type AddStepInput = v.InferOutput<typeof addStepInput>;

/** A step in one's own words, for a goal or for none. */
export async function addStep(
	scope: Scope,
	{ id, learnerId, goalId = undefined, words, where, dueOn }: AddStepInput
): Promise<Result<AddedStep, Failure<'plans.not-found'>>> {
	if (!mayFor(scope.actor, negotiateGoals, learnerId)) return fail('plans.not-found');
	if (goalId && (await lockGoal(scope, goalId))?.learner_id !== learnerId) {
		return fail('plans.not-found');
	}
	const step = {
		step_id: id,
		learner_id: learnerId,
		goal_id: goalId ?? null,
		opportunity_id: null,
		words,
		where_words: where,
		minutes: null,
		due_on: dueOn
	};
	return ok(await putInPlan(scope, step, { action: 'plans.add-step' }));
}

export const takeUpAlternativeInput = v.object({
	id: idField<StepId>(),
	setId: idField<AlternativeSetId>(),
	opportunityId: idField<OpportunityId>(),
	goalId: v.optional(idField<GoalId>())
});
export type TakeUpAlternativeInput = v.InferOutput<typeof takeUpAlternativeInput>;

/** "I pick this": what was offered becomes a step, at once or waiting, as the rung for activities says. */
export async function takeUpAlternative(
	scope: Scope,
	{ id, setId, opportunityId, goalId = undefined }: TakeUpAlternativeInput
): Promise<Result<AddedStep, Failure<'plans.not-found' | 'pathways.not-found'>>> {
	const picked = await pickAlternative(scope, { setId, opportunityId });
	if (!picked.ok) return picked;
	const { learnerId, title, minutes, where, isOffer, needsGuardian } = picked.value;
	if (!mayFor(scope.actor, negotiateGoals, learnerId)) return fail('plans.not-found');
	const there = await findOpenStepFor(scope, learnerId, opportunityId);
	if (there) return ok({ stepId: there.step_id, learnerId, waitsFor: there.waits_for });
	const goal = goalId && (await lockGoal(scope, goalId));
	const step = {
		step_id: id,
		learner_id: learnerId,
		goal_id: goal && goal.learner_id === learnerId ? goal.goal_id : null,
		opportunity_id: opportunityId,
		words: title,
		where_words: where,
		minutes,
		due_on: null
	};
	const from = { action: 'plans.take-up-alternative', isOffer, needsGuardian };
	return ok(await putInPlan(scope, step, from));
}
