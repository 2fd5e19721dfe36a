import * as v from 'valibot';
import { actorId, mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { answerHands } from '../conversations.policy.ts';
import type { SignalId } from '../conversations.tables.ts';
import { mayMoveHelp } from '../help.ts';
import { isHandUp, lockSignal, updateSignal } from '../help.store.ts';

export const answerHelpInput = v.object({
	signalId: idField<SignalId>(),
	/** Nothing written means "I am coming". */
	words: optionalWordsField(1000)
});
export type AnswerHelpInput = v.InferOutput<typeof answerHelpInput>;

/** A person answers a raised hand; the learner sees who it was. */
export async function answerHelp(
	scope: Scope,
	{ signalId, words }: AnswerHelpInput
): Promise<
	Result<
		{ readonly signalId: SignalId; readonly learnerId: PersonId },
		Failure<
			'conversations.not-found' | 'conversations.answered-already' | 'conversations.taken-back'
		>
	>
> {
	const signal = await lockSignal(scope, signalId);
	if (!signal || !mayFor(scope.actor, answerHands, signal.learnerId)) {
		return fail('conversations.not-found');
	}
	const { learnerId } = signal;
	const by = personOf(scope).personId;
	if (signal.answeredBy === by) return ok({ signalId, learnerId });
	if (signal.takenBackAt) return fail('conversations.taken-back');
	if (!mayMoveHelp(signal, 'answer')) return fail('conversations.answered-already');
	await updateSignal(scope, signalId, { answered_by: by, answer: words, answered_at: scope.now });
	await recordDecision(scope, {
		action: 'conversations.answer-help',
		learnerId,
		object: { type: 'help-signal', id: signalId }
	});
	return ok({ signalId, learnerId });
}

export const undoAnswerHelpInput = v.object({ signalId: idField<SignalId>() });

/** Undo of an answer, by the one who gave it: the hand is up again, where it was in the line. */
export async function undoAnswerHelp(
	scope: Scope,
	{ signalId }: v.InferOutput<typeof undoAnswerHelpInput>
): Promise<
	Result<
		{ readonly signalId: SignalId },
		Failure<'conversations.not-found' | 'conversations.hand-is-up'>
	>
> {
	const signal = await lockSignal(scope, signalId);
	const isOwn = signal?.answeredBy === actorId(scope);
	if (!signal?.answeredBy || !isOwn || !mayFor(scope.actor, answerHands, signal.learnerId)) {
		return fail('conversations.not-found');
	}
	if (await isHandUp(scope, signal.learnerId, signal.kind)) return fail('conversations.hand-is-up');
	await updateSignal(scope, signalId, { answered_by: null, answer: null, answered_at: null });
	await recordDecision(scope, {
		action: 'conversations.undo-answer-help',
		learnerId: signal.learnerId,
		object: { type: 'help-signal', id: signalId }
	});
	return ok({ signalId });
}
