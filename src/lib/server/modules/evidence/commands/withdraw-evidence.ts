import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { mayWithdraw, seeEvidence } from '../evidence.policy.ts';
import { findEvidence, insertEvidence } from '../evidence.store.ts';
import type { EvidenceId } from '../evidence.tables.ts';

export const withdrawEvidenceInput = v.object({
	id: idField<EvidenceId>(),
	learnerId: idField<PersonId>(),
	eventId: idField<EvidenceId>(),
	words: optionalWordsField(500)
});
export type WithdrawEvidenceInput = v.InferOutput<typeof withdrawEvidenceInput>;

/** "Someone else used my tablet": it counts no more. Both events stay; taking back twice is harmless. */
export async function withdrawEvidence(
	scope: Scope,
	{ id, learnerId, eventId, words }: WithdrawEvidenceInput
): Promise<Result<{ readonly isNew: boolean }, Failure<'evidence.not-found'>>> {
	if (!mayFor(scope.actor, seeEvidence, learnerId)) return fail('evidence.not-found');
	const event = await findEvidence(scope, learnerId, eventId);
	if (!event || !mayWithdraw(scope.actor, learnerId, event)) return fail('evidence.not-found');
	if (event.isWithdrawn) return ok({ isNew: false });
	const added = await insertEvidence(scope, [
		{
			learner_id: learnerId,
			event_id: id,
			kind: 'withdrawal',
			at: scope.now,
			place: event.place,
			source: 'withdrawal',
			outcome_ids: event.outcome_ids,
			words,
			author_id: actorId(scope),
			withdraws: eventId
		}
	]);
	if (added === 0) return ok({ isNew: false });
	await recordDecision(scope, {
		action: 'evidence.withdraw-evidence',
		learnerId,
		object: { type: 'evidence', id: eventId }
	});
	await announce(scope, 'evidence.recorded', { learnerId });
	return ok({ isNew: true });
}
