import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail } from '../../../platform/result.ts';
import { differenceOf } from '../goal.ts';
import { goalFieldsInput, toFields } from '../goal-form.ts';
import { insertDrafts } from '../goal.store.ts';
import { negotiateGoals } from '../plans.policy.ts';
import type { GoalId, ProposalId } from '../plans.tables.ts';
import { putForward } from './put-forward.ts';
import { sitDown, type GoalResult } from './table.ts';

export const proposeGoalInput = v.object({
	/** Key of the proposal: a repeated send changes nothing. */
	id: idField<ProposalId>(),
	/** A new key, or that of a draft which becomes this goal. */
	goalId: idField<GoalId>(),
	learnerId: idField<PersonId>(),
	purpose: v.optional(v.picklist(['learning', 'life']), 'learning'),
	sharing: v.optional(v.picklist(['individual', 'common']), 'individual'),
	/** Said to the other side; at rung 0 the reason an adult owes. */
	say: optionalWordsField(500),
	...goalFieldsInput
});
export type ProposeGoalInput = v.InferOutput<typeof proposeGoalInput>;

/** A new goal, or a draft made one's own. At rung 0 an adult's goal is in force at once and must carry its reason. */
export async function proposeGoal(scope: Scope, input: ProposeGoalInput): Promise<GoalResult> {
	const { id, goalId, learnerId, purpose, sharing, say } = input;
	if (!mayFor(scope.actor, negotiateGoals, learnerId)) return fail('plans.not-found');
	const fields = toFields(input);
	await insertDrafts(scope, [{ goalId, learnerId, purpose, sharing, fields, sources: null }]);
	const table = await sitDown(scope, goalId);
	if (!table.ok) return table;
	const { goal, side } = table.value;
	if (goal.learner_id !== learnerId) return fail('plans.not-found');
	if (side === 'adult' && say === null && fields.why === null) {
		return fail('plans.words-missing', 'say');
	}
	return putForward(scope, table.value, {
		id,
		kind: 'new',
		baseVersion: goal.version,
		changes: differenceOf(goal.fields, fields),
		words: say,
		action: 'plans.propose-goal'
	});
}
