import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail } from '../../../platform/result.ts';
import { findAnswer, listTurnKinds, reopenProposal, type AnsweredRow } from '../answer.store.ts';
import { findVersion, saveStanding, type GoalRow } from '../goal.store.ts';
import type { ProposalId } from '../plans.tables.ts';
import { updateProposal } from '../proposal.store.ts';
import { canTakeBack } from '../take-back.ts';
import { alreadyDone, sitDown, type GoalResult, type Table } from './table.ts';

export const takeBackAnswerInput = v.object({ proposalId: idField<ProposalId>() });

/** The goal as it stood while the proposal waited, as a version of its own: no version is ever taken out. */
async function standAsBefore(
	scope: Scope,
	{ goal }: Table,
	{ state, kind, baseVersion }: AnsweredRow
): Promise<Pick<GoalRow, 'state' | 'version'>> {
	if (state === 'countered') return goal;
	const before =
		state === 'agreed' ? await findVersion(scope, goal.goal_id, baseVersion) : undefined;
	const after = {
		state: kind === 'new' ? ('proposed' as const) : (before?.state ?? goal.state),
		version: goal.version + (before ? 1 : 0),
		fields: before?.fields ?? goal.fields
	};
	await saveStanding(scope, goal, after);
	return after;
}

/**
 * Undo of one's own answer, for a few minutes and while nobody built on it: the proposal waits again, as it did
 * before. Taking back twice is harmless.
 */
export async function takeBackAnswer(
	scope: Scope,
	{ proposalId }: v.InferOutput<typeof takeBackAnswerInput>
): Promise<GoalResult> {
	const answered = await findAnswer(scope, proposalId);
	if (!answered) return fail('plans.not-found');
	const at = await sitDown(scope, answered.goalId);
	if (!at.ok) return at;
	const table = at.value;
	if (answered.state === 'open') return alreadyDone(table);
	if (answered.answeredBy !== table.actor.personId) return fail('plans.not-found');
	const kinds = await listTurnKinds(scope, proposalId);
	const facts = { ...answered, isTalkedAbout: kinds.includes('talk') };
	const { actor, open, goal } = table;
	if (!canTakeBack(facts, { actor, open, version: goal.version, now: scope.now })) {
		return fail('plans.stale');
	}
	if (open) await updateProposal(scope, open.proposalId, { state: 'withdrawn' });
	const stands = await standAsBefore(scope, table, answered);
	await reopenProposal(scope, proposalId, stands.version);
	await recordDecision(scope, {
		action: 'plans.take-back-answer',
		learnerId: goal.learner_id,
		object: { type: 'goal', id: goal.goal_id },
		changes: {
			answer: [answered.state, 'open'],
			state: [goal.state, stands.state],
			version: [goal.version, stands.version]
		}
	});
	return alreadyDone(table);
}
