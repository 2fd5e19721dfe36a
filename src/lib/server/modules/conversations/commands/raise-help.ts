import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { raiseHand } from '../conversations.policy.ts';
import type { SignalId } from '../conversations.tables.ts';
import { helpKinds, mayMoveHelp } from '../help.ts';
import { insertSignal, lockSignal, updateSignal } from '../help.store.ts';

export const raiseHelpInput = v.object({
	id: idField<SignalId>(),
	kind: v.picklist(helpKinds),
	words: optionalWordsField(300),
	outcomeId: v.optional(v.nullable(idField<OutcomeId>()))
});
export type RaiseHelpInput = v.InferOutput<typeof raiseHelpInput>;

/** "I'm stuck" or "I'm ready", by the learner; a hand that is up already stays up. */
export async function raiseHelp(
	scope: Scope,
	{ id, kind, words, outcomeId }: RaiseHelpInput
): Promise<Result<{ readonly isNew: boolean }, Failure<'conversations.not-found'>>> {
	const { actor } = scope;
	if (actor.kind !== 'person' || !mayFor(actor, raiseHand, actor.personId)) {
		return fail('conversations.not-found');
	}
	const learnerId = actor.personId;
	const aboutOutcomeId = outcomeId ?? null;
	const isNew = await insertSignal(scope, { signalId: id, learnerId, kind, words, aboutOutcomeId });
	if (isNew) {
		await recordDecision(scope, {
			action: 'conversations.raise-help',
			learnerId,
			object: { type: 'help-signal', id }
		});
	}
	return ok({ isNew });
}

export const takeBackHelpInput = v.object({ signalId: idField<SignalId>() });
export type TakeBackHelpInput = v.InferOutput<typeof takeBackHelpInput>;

/** The hand goes down again, by its owner. After an answer there is nothing to take back. */
export async function takeBackHelp(
	scope: Scope,
	{ signalId }: TakeBackHelpInput
): Promise<
	Result<
		{ readonly signalId: SignalId },
		Failure<'conversations.not-found' | 'conversations.answered-already'>
	>
> {
	const signal = await lockSignal(scope, signalId);
	if (!signal || !mayFor(scope.actor, raiseHand, signal.learnerId)) {
		return fail('conversations.not-found');
	}
	if (signal.takenBackAt) return ok({ signalId });
	if (!mayMoveHelp(signal, 'take-back')) return fail('conversations.answered-already');
	await updateSignal(scope, signalId, { taken_back_at: scope.now });
	await recordDecision(scope, {
		action: 'conversations.take-back-help',
		learnerId: signal.learnerId,
		object: { type: 'help-signal', id: signalId }
	});
	return ok({ signalId });
}
