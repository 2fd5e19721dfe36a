import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { schoolDay } from '../../../platform/clock/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { OutcomeId, PersonId } from '../../../platform/ids.ts';
import { fail, type Failure, type Result } from '../../../platform/result.ts';
import { dayNumber } from '#engines/pathways/index.ts';
import {
	offerAlternatives,
	type AlternativeSetId,
	type PlanFacts,
	type Wish
} from '../../pathways/index.ts';
import type { StrandId } from '../../curriculum/index.ts';
import { lockGoal } from '../goal.store.ts';
import { seePlan } from '../plans.policy.ts';
import type { GoalId } from '../plans.tables.ts';
import { listStepFacts } from '../step.store.ts';

/** What a form asks for; several fields empty is "surprise me". */
export const askForAlternativesInput = v.object({
	id: idField<AlternativeSetId>(),
	learnerId: idField<PersonId>(),
	goalId: v.optional(idField<GoalId>()),
	outcomeId: v.optional(idField<OutcomeId>()),
	strandId: v.optional(idField<StrandId>())
});
export type AskForAlternativesInput = v.InferOutput<typeof askForAlternativesInput>;

const day = 86_400_000;

/** What the plan knows and choosing needs: done, under way, and what counts towards the entitlement. */
async function planFacts(scope: Scope, learnerId: PersonId): Promise<PlanFacts> {
	const steps = await listStepFacts(scope, learnerId);
	const done = steps.flatMap(({ opportunityId, doneAt }) =>
		opportunityId && doneAt
			? [{ opportunityId, daysAgo: Math.floor((scope.now.getTime() - doneAt.getTime()) / day) }]
			: []
	);
	const activities = steps.flatMap(({ doneAt, minutes, outcomes }) => {
		if (!doneAt) return [];
		const at = dayNumber(
			Math.floor(Date.parse(`${schoolDay(doneAt, scope.actor.timeZone ?? 'UTC')}T00:00:00Z`) / day)
		);
		const byStrand = Map.groupBy(outcomes, ({ strandId }) => strandId);
		return [...byStrand].flatMap(([strandId, found]) =>
			strandId === null
				? []
				: [
						{
							strandId,
							day: at,
							minutes: (minutes ?? 0) / byStrand.size,
							outcomes: found.map((one) => one.outcomeId)
						}
					]
		);
	});
	const underWay = steps.flatMap(({ opportunityId, doneAt }) =>
		opportunityId && !doneAt ? [opportunityId] : []
	);
	return { done, underWay, activities };
}

async function wishOf(
	scope: Scope,
	{ learnerId, goalId, outcomeId, strandId }: AskForAlternativesInput
): Promise<Wish> {
	if (outcomeId) return { kind: 'outcome', outcomeId };
	if (strandId) return { kind: 'strand', strandId };
	const goal = goalId && (await lockGoal(scope, goalId));
	return goal && goal.learner_id === learnerId
		? { kind: 'goal', goalId: goal.goal_id, outcomeIds: goal.fields.outcomeIds }
		: { kind: 'surprise' };
}

/** Draws alternatives for a goal, an outcome, a strand or "surprise me", with what the plan knows about the learner. */
export async function askForAlternatives(
	scope: Scope,
	input: AskForAlternativesInput
): Promise<
	Result<
		{ readonly setId: AlternativeSetId; readonly shown: number; readonly tooFew: boolean },
		Failure<'plans.not-found' | 'pathways.not-found'>
	>
> {
	const { id, learnerId } = input;
	if (!mayFor(scope.actor, seePlan, learnerId)) return fail('plans.not-found');
	const wish = await wishOf(scope, input);
	return offerAlternatives(scope, {
		id,
		learnerId,
		wish,
		facts: await planFacts(scope, learnerId)
	});
}
