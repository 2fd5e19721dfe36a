import type { Scope } from '../../../platform/access/index.ts';
import { toId } from '../../../platform/ids.ts';
import { fail, type Result } from '../../../platform/result.ts';
import {
	answerOwnIdea,
	bandOf,
	proposeOwnIdea,
	takeBackIdeaAnswer,
	type Idea,
	type TakeBackIdeaAnswerInput
} from '../../pathways/index.ts';
import { rungsOf } from '../../agency/index.ts';
import { lockGoal } from '../goal.store.ts';
import type { GoalId, StepId } from '../plans.tables.ts';
import { insertStep, lockStep, updateStep } from '../step.store.ts';

/** An agreed idea is the next step, under the idea's own key: however often it is answered, it is there once. */
async function becomeStep(scope: Scope, idea: Idea): Promise<void> {
	const { ideaId, learnerId, words, place, goalId, state, isNew } = idea;
	if (!isNew || state !== 'agreed') return;
	const goal = goalId && (await lockGoal(scope, toId<GoalId>(goalId)));
	const { activity: rung } = await rungsOf(scope, learnerId, await bandOf(scope, learnerId));
	const stepId = toId<StepId>(ideaId);
	const isNewStep = await insertStep(scope, {
		step_id: stepId,
		learner_id: learnerId,
		goal_id: goal && goal.learner_id === learnerId ? goal.goal_id : null,
		opportunity_id: null,
		words,
		where_words: place,
		minutes: null,
		due_on: null,
		added_by: learnerId,
		rung,
		waits_for: null
	});
	// An answer that was taken back took its step away; a second yes brings it back.
	if (!isNewStep) await updateStep(scope, stepId, { removed_at: null });
}

const thenStep =
	<Input, E extends { readonly code: string }>(
		command: (scope: Scope, input: Input) => Promise<Result<Idea, E>>
	) =>
	async (scope: Scope, input: Input): Promise<Result<Idea, E>> => {
		const result = await command(scope, input);
		if (result.ok) await becomeStep(scope, result.value);
		return result;
	};

/** `pathways.proposeOwnIdea`, and a step of it where nobody has to answer first. */
export const planOwnIdea = thenStep(proposeOwnIdea);

/** `pathways.answerOwnIdea`, and a step of it where the answer is yes. */
export const answerPlannedIdea = thenStep(answerOwnIdea);

type TakenBack = Awaited<ReturnType<typeof takeBackIdeaAnswer>>;

/** `pathways.takeBackIdeaAnswer`, and its step goes; one that is done already stays, with the answer. */
export async function takeBackPlannedIdea(
	scope: Scope,
	input: TakeBackIdeaAnswerInput
): Promise<TakenBack> {
	const result = await takeBackIdeaAnswer(scope, input);
	if (!result.ok) return result;
	const stepId = toId<StepId>(input.ideaId);
	const step = await lockStep(scope, stepId);
	if (step?.done_at) return fail('pathways.stale');
	if (step) await updateStep(scope, stepId, { removed_at: scope.now });
	return result;
}
