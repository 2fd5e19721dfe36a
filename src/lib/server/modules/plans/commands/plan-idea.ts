import type { Scope } from '../../../platform/access/index.ts';
import { toId } from '../../../platform/ids.ts';
import type { Result } from '../../../platform/result.ts';
import { answerOwnIdea, bandOf, proposeOwnIdea, type Idea } from '../../pathways/index.ts';
import { rungsOf } from '../../agency/index.ts';
import { lockGoal } from '../goal.store.ts';
import type { GoalId, StepId } from '../plans.tables.ts';
import { insertStep } from '../step.store.ts';

/** An agreed idea is the next step, under the idea's own key: however often it is answered, it is there once. */
async function becomeStep(scope: Scope, idea: Idea): Promise<void> {
	const { ideaId, learnerId, words, place, goalId, state, isNew } = idea;
	if (!isNew || state !== 'agreed') return;
	const goal = goalId && (await lockGoal(scope, toId<GoalId>(goalId)));
	const { activity: rung } = await rungsOf(scope, learnerId, await bandOf(scope, learnerId));
	await insertStep(scope, {
		step_id: toId<StepId>(ideaId),
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
