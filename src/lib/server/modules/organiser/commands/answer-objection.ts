import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockCall, updateCall } from '../call.store.ts';
import { callLearner as mayCall } from '../organiser.policy.ts';
import type { CallId } from '../organiser.tables.ts';
import type { CallInput } from './withdraw-call.ts';

export const answerObjectionInput = v.object({
	callId: idField<CallId>(),
	words: wordsField(500),
	outcome: v.picklist(['stays', 'withdrawn'])
});
export type AnswerObjectionInput = v.InferOutput<typeof answerObjectionInput>;

/** What an adult says to an objection, in words the learner reads: the call stays, or it is withdrawn. */
export async function answerObjection(
	scope: Scope,
	{ callId, words, outcome }: AnswerObjectionInput
): Promise<Result<CallInput, Failure<'organiser.not-found' | 'organiser.stale'>>> {
	const call = await lockCall(scope, callId);
	if (!call || !mayFor(scope.actor, mayCall, call.learner_id)) return fail('organiser.not-found');
	if (call.answer === words) return ok({ callId });
	if (call.objection === null || call.answer !== null) return fail('organiser.stale');
	const by = actorId(scope);
	await updateCall(scope, callId, {
		answer: words,
		answered_by: by,
		answered_at: scope.now,
		...(outcome === 'withdrawn' && { withdrawn_at: scope.now, withdrawn_by: by })
	});
	await recordDecision(scope, {
		action: 'organiser.answer-objection',
		learnerId: call.learner_id,
		object: { type: 'offer-call', id: callId },
		changes: { call: ['objected', outcome] }
	});
	return ok({ callId });
}
