import * as v from 'valibot';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail } from '../../../platform/result.ts';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { ok } from '../../../platform/result.ts';
import { differenceOf, isInForce } from '../goal.ts';
import { goalFieldsInput, toFields } from '../goal-form.ts';
import { saveStanding } from '../goal.store.ts';
import type { ProposalKind } from '../negotiation.ts';
import type { GoalId, ProposalId } from '../plans.tables.ts';
import { putForward } from './put-forward.ts';
import { sitDown, type GoalResult } from './table.ts';

export const versionField = () =>
	v.pipe(
		v.union([v.string(), v.number()]),
		v.transform(Number),
		v.number(),
		v.integer(),
		v.minValue(0)
	);

export const changeGoalInput = v.object({
	id: idField<ProposalId>(),
	goalId: idField<GoalId>(),
	/** The version the person saw when they wrote this. */
	version: versionField(),
	say: optionalWordsField(500),
	...goalFieldsInput
});
export type ChangeGoalInput = v.InferOutput<typeof changeGoalInput>;

/** Proposes other words, reasons, criteria, supports or a review day for a goal in force. */
export async function changeGoal(scope: Scope, input: ChangeGoalInput): Promise<GoalResult> {
	const { id, goalId, version, say } = input;
	const table = await sitDown(scope, goalId);
	if (!table.ok) return table;
	const { goal } = table.value;
	if (!isInForce(goal.state)) return fail('plans.not-possible');
	return putForward(scope, table.value, {
		id,
		kind: 'change',
		baseVersion: version,
		changes: differenceOf(goal.fields, toFields(input)),
		words: say,
		action: 'plans.change-goal'
	});
}

export const goalStepInput = v.object({
	id: idField<ProposalId>(),
	goalId: idField<GoalId>(),
	version: versionField(),
	say: optionalWordsField(500)
});
export type GoalStepInput = v.InferOutput<typeof goalStepInput>;

const move =
	(kind: Extract<ProposalKind, 'achieve' | 'set-aside' | 'take-up'>, action: string) =>
	async (scope: Scope, { id, goalId, version, say }: GoalStepInput): Promise<GoalResult> => {
		const table = await sitDown(scope, goalId);
		if (!table.ok) return table;
		return putForward(scope, table.value, {
			id,
			kind,
			baseVersion: version,
			changes: {},
			words: say,
			action
		});
	};

/** "I have reached it": in force or proposed, as the rung says. */
export const achieveGoal = move('achieve', 'plans.achieve-goal');
/** Undo of both: an ended goal is agreed again. */
export const takeUpGoal = move('take-up', 'plans.take-up-goal');
const proposeAside = move('set-aside', 'plans.set-goal-aside');

/** "Not this, not now". A draft goes at once, for nothing in it has started; a goal in force as the rung says. */
export async function setGoalAside(scope: Scope, input: GoalStepInput): Promise<GoalResult> {
	const table = await sitDown(scope, input.goalId);
	if (!table.ok) return table;
	const { goal } = table.value;
	if (goal.state !== 'drafted') return proposeAside(scope, input);
	const { goal_id: goalId, learner_id: learnerId } = goal;
	await saveStanding(scope, goal, { ...goal, state: 'set-aside' });
	await recordDecision(scope, {
		action: 'plans.set-draft-aside',
		learnerId,
		object: { type: 'goal', id: goalId },
		changes: { state: ['drafted', 'set-aside'] }
	});
	return ok({ goalId, learnerId, isInForce: false });
}
