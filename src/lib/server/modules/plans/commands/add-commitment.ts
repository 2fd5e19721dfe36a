import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { dayField } from '../goal-form.ts';
import { lockGoal } from '../goal.store.ts';
import { promise, promiseRole } from '../plans.policy.ts';
import type { CommitmentId, GoalId, PlanTables } from '../plans.tables.ts';
import { insertCommitment, lockCommitment, updateCommitment } from '../step.store.ts';

export const addCommitmentInput = v.object({
	id: idField<CommitmentId>(),
	goalId: idField<GoalId>(),
	words: wordsField(300),
	due: optionalWordsField(80),
	dueOn: dayField()
});
export type AddCommitmentInput = v.InferOutput<typeof addCommitmentInput>;
type CommitmentResult = Result<
	{ readonly commitmentId: CommitmentId; readonly goalId: GoalId },
	Failure<'plans.not-found'>
>;

/** What I will do for this goal. Everyone promises for themself, so nobody has to agree. */
export async function addCommitment(
	scope: Scope,
	{ id, goalId, words, due, dueOn }: AddCommitmentInput
): Promise<CommitmentResult> {
	const { actor } = scope;
	const goal = await lockGoal(scope, goalId);
	if (!goal || actor.kind !== 'person' || !mayFor(actor, promise, goal.learner_id)) {
		return fail('plans.not-found');
	}
	const isNew = await insertCommitment(scope, {
		commitment_id: id,
		goal_id: goalId,
		learner_id: goal.learner_id,
		person_id: actor.personId,
		role: promiseRole(actor, goal.learner_id),
		words,
		due_words: due,
		due_on: dueOn
	});
	if (isNew) await told(scope, 'plans.add-commitment', goal.learner_id, id);
	return ok({ commitmentId: id, goalId });
}

const told = (
	scope: Scope,
	action: string,
	learnerId: PlanTables['commitment']['learner_id'],
	id: CommitmentId
) => recordDecision(scope, { action, learnerId, object: { type: 'commitment', id } });

export const commitmentInput = v.object({ commitmentId: idField<CommitmentId>() });
export type CommitmentInput = v.InferOutput<typeof commitmentInput>;

/** Only who made a promise says whether it was kept, or takes it back. */
const onOwn =
	(action: string, changeOf: (scope: Scope) => Parameters<typeof updateCommitment>[2]) =>
	async (scope: Scope, { commitmentId }: CommitmentInput): Promise<CommitmentResult> => {
		const found = await lockCommitment(scope, commitmentId);
		if (
			!found ||
			!mayFor(scope.actor, promise, found.learner_id) ||
			found.person_id !== personOf(scope).personId
		) {
			return fail('plans.not-found');
		}
		await updateCommitment(scope, commitmentId, changeOf(scope));
		await told(scope, action, found.learner_id, commitmentId);
		return ok({ commitmentId, goalId: found.goal_id });
	};

export const keepCommitment = onOwn('plans.keep-commitment', ({ now }) => ({ kept_at: now }));
/** Undo of keeping. */
export const reopenCommitment = onOwn('plans.reopen-commitment', () => ({ kept_at: null }));
export const removeCommitment = onOwn('plans.remove-commitment', ({ now }) => ({
	removed_at: now
}));
/** Undo of removing. */
export const restoreCommitment = onOwn('plans.restore-commitment', () => ({ removed_at: null }));
