import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { OpportunityId } from '../../opportunities/index.ts';
import { lockAlternative, updateAnswer } from '../alternative.store.ts';
import { answerForSelf } from '../pathways.policy.ts';
import type { AlternativeSetId } from '../pathways.tables.ts';
import { declineReasons } from '../wish.ts';

export const declineAlternativeInput = v.object({
	setId: idField<AlternativeSetId>(),
	opportunityId: idField<OpportunityId>(),
	reason: v.picklist(declineReasons, 'pathways.reason-missing'),
	words: optionalWordsField(500)
});
export type DeclineAlternativeInput = v.InferOutput<typeof declineAlternativeInput>;

/** "Not for me because …": it counts for the next set, and can be taken back. */
export async function declineAlternative(
	scope: Scope,
	{ setId, opportunityId, reason, words }: DeclineAlternativeInput
): Promise<
	Result<
		{ readonly opportunityId: OpportunityId },
		Failure<'pathways.not-found' | 'pathways.already-picked'>
	>
> {
	const found = await lockAlternative(scope, setId, opportunityId);
	if (!found || !mayFor(scope.actor, answerForSelf, found.learnerId)) {
		return fail('pathways.not-found');
	}
	if (found.answer === 'picked') return fail('pathways.already-picked');
	await updateAnswer(scope, setId, opportunityId, { answer: 'declined', reason, words });
	await recordDecision(scope, {
		action: 'pathways.decline-alternative',
		learnerId: found.learnerId,
		object: { type: 'opportunity', id: opportunityId },
		changes: { answer: [found.answer, reason] }
	});
	return ok({ opportunityId });
}

export const reconsiderAlternativeInput = v.object({
	setId: idField<AlternativeSetId>(),
	opportunityId: idField<OpportunityId>()
});

/** Undo of "not for me": the alternative is open again, and the reason no longer counts. */
export async function reconsiderAlternative(
	scope: Scope,
	{ setId, opportunityId }: v.InferOutput<typeof reconsiderAlternativeInput>
): Promise<Result<{ readonly opportunityId: OpportunityId }, Failure<'pathways.not-found'>>> {
	const found = await lockAlternative(scope, setId, opportunityId);
	if (!found || !mayFor(scope.actor, answerForSelf, found.learnerId)) {
		return fail('pathways.not-found');
	}
	if (found.answer !== 'declined') return ok({ opportunityId });
	await updateAnswer(scope, setId, opportunityId, { answer: null });
	await recordDecision(scope, {
		action: 'pathways.reconsider-alternative',
		learnerId: found.learnerId,
		object: { type: 'opportunity', id: opportunityId },
		changes: { answer: ['declined', null] }
	});
	return ok({ opportunityId });
}
