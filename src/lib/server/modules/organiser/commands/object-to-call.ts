import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockCall, updateCall } from '../call.store.ts';
import { objectToCall as mayObject } from '../organiser.policy.ts';
import type { CallId } from '../organiser.tables.ts';
import type { CallInput } from './withdraw-call.ts';

export const objectToCallInput = v.object({ callId: idField<CallId>(), words: wordsField(500) });
export type ObjectToCallInput = v.InferOutput<typeof objectToCallInput>;

/** "I object because …", by the learner or their family; an adult who may call has to answer it. */
export async function objectToCall(
	scope: Scope,
	{ callId, words }: ObjectToCallInput
): Promise<Result<CallInput, Failure<'organiser.not-found' | 'organiser.stale'>>> {
	const call = await lockCall(scope, callId);
	if (!call || !mayFor(scope.actor, mayObject, call.learner_id)) {
		return fail('organiser.not-found');
	}
	if (call.objection === words) return ok({ callId });
	// Answered, or no longer asked for: there is nothing to object to.
	if (call.answer !== null || call.withdrawn_at !== null) return fail('organiser.stale');
	await updateCall(scope, callId, { objection: words, objected_at: scope.now });
	await recordDecision(scope, {
		action: 'organiser.object-to-call',
		learnerId: call.learner_id,
		object: { type: 'offer-call', id: callId }
	});
	return ok({ callId });
}
