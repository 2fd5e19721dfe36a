import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockCall, updateCall } from '../call.store.ts';
import { callLearner as mayCall } from '../organiser.policy.ts';
import type { CallId } from '../organiser.tables.ts';

export const callInput = v.object({ callId: idField<CallId>() });
export type CallInput = v.InferOutput<typeof callInput>;
type Done = Result<CallInput, Failure<'organiser.not-found'>>;

/** The adult no longer asks; it can be taken up again. */
export const withdrawCall = (scope: Scope, { callId }: CallInput): Promise<Done> =>
	setWithdrawn(scope, callId, true);

/** Undo of withdrawing. */
export const restoreCall = (scope: Scope, { callId }: CallInput): Promise<Done> =>
	setWithdrawn(scope, callId, false);

async function setWithdrawn(scope: Scope, callId: CallId, isWithdrawn: boolean): Promise<Done> {
	const call = await lockCall(scope, callId);
	if (!call || !mayFor(scope.actor, mayCall, call.learner_id)) return fail('organiser.not-found');
	if ((call.withdrawn_at !== null) === isWithdrawn) return ok({ callId });
	await updateCall(scope, callId, {
		withdrawn_at: isWithdrawn ? scope.now : null,
		withdrawn_by: isWithdrawn ? actorId(scope) : null
	});
	await recordDecision(scope, {
		action: isWithdrawn ? 'organiser.withdraw-call' : 'organiser.restore-call',
		learnerId: call.learner_id,
		object: { type: 'offer-call', id: callId }
	});
	return ok({ callId });
}
