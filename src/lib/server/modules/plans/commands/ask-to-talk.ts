import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import { fail } from '../../../platform/result.ts';
import { talk } from '../negotiation.ts';
import type { GoalId, TurnId } from '../plans.tables.ts';
import { findTalkable, insertTurn, updateProposal } from '../proposal.store.ts';
import { alreadyDone, settle, sitDown, standingOf, type GoalResult } from './table.ts';

export const askToTalkInput = v.object({
	id: idField<TurnId>(),
	goalId: idField<GoalId>(),
	words: wordsField(500)
});

/** Rung 3: an adult asks to talk about what took effect, within the agreed days; that makes it rung 2. */
export async function askToTalk(
	scope: Scope,
	{ id, goalId, words }: v.InferOutput<typeof askToTalkInput>
): Promise<GoalResult> {
	const at = await sitDown(scope, goalId);
	if (!at.ok) return at;
	const table = at.value;
	if (table.side === 'learner') return fail('plans.not-your-turn');
	const taken = await findTalkable(scope, goalId, scope.today);
	if (!taken) return fail(table.open ? 'plans.proposal-waits' : 'plans.not-possible');
	const negotiated = talk(standingOf(table), taken.changes, taken.kind);
	if (!negotiated.ok) return negotiated;
	const isNew = await insertTurn(scope, {
		turn_id: id,
		proposal_id: taken.proposalId,
		author_id: table.actor.personId,
		kind: 'talk',
		words
	});
	if (!isNew) return alreadyDone(table);
	await updateProposal(scope, taken.proposalId, {
		state: 'asked',
		rung: 2,
		baseVersion: table.goal.version
	});
	return settle(scope, table, negotiated.value, {
		action: 'plans.ask-to-talk',
		kind: taken.kind,
		rung: 2,
		author: taken
	});
}
