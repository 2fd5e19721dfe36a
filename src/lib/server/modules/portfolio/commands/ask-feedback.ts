import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { listAdultsOf } from '../../people/index.ts';
import { insertRequests, isAnswered, lockRequest, withdrawRequestRow } from '../feedback.store.ts';
import { opensToKind, ownWork } from '../portfolio.policy.ts';
import type { ArtefactId, RequestId } from '../portfolio.tables.ts';
import { asObject, lockOwnWork, type NotFound } from './locked-work.ts';

export const askFeedbackInput = v.object({
	id: idField<RequestId>(),
	artefactId: idField<ArtefactId>(),
	'askedIds[]': v.pipe(
		v.optional(v.array(idField<PersonId>()), []),
		v.minLength(1, 'portfolio.ask-somebody'),
		v.maxLength(8)
	),
	/** What I want to know. */
	wantsToKnow: wordsField(500)
});
export type AskFeedbackInput = v.InferOutput<typeof askFeedbackInput>;

/** The learner asks people around them, who may see the work, what they want to know about it. */
export async function askFeedback(
	scope: Scope,
	{ id, artefactId, wantsToKnow, 'askedIds[]': asked }: AskFeedbackInput
): Promise<
	Result<
		{ readonly artefactId: ArtefactId },
		Failure<'portfolio.not-found' | 'portfolio.cannot-ask'>
	>
> {
	const locked = await lockOwnWork(scope, artefactId);
	if (!locked.ok) return locked;
	const { learner_id: learnerId, audience } = locked.value;
	const adults = await listAdultsOf(scope, learnerId);
	const open = new Set(
		adults
			.filter(({ kind, limits }) => limits.length === 0 && opensToKind(audience, kind))
			.map(({ personId }) => personId)
	);
	const askedIds = [...new Set(asked)];
	if (!askedIds.every((personId) => open.has(personId))) {
		return fail('portfolio.cannot-ask', 'askedIds[]');
	}
	const requests = askedIds.map((askedId, i) => ({
		// The form's key names the first; a repeated send finds it there and adds nothing.
		request_id: i === 0 ? id : scope.newId<RequestId>(),
		learner_id: learnerId,
		artefact_id: artefactId,
		asked_id: askedId,
		wants_to_know: wantsToKnow
	}));
	if ((await insertRequests(scope, requests.slice(0, 1))) === 0) return ok({ artefactId });
	await insertRequests(scope, requests.slice(1));
	await recordDecision(scope, {
		action: 'portfolio.ask-feedback',
		learnerId,
		object: asObject(artefactId),
		changes: { asked: [0, requests.length] }
	});
	return ok({ artefactId });
}

export const withdrawRequestInput = v.object({ requestId: idField<RequestId>() });
export type WithdrawRequestInput = v.InferOutput<typeof withdrawRequestInput>;

/** The learner no longer asks; an answer that is there already stays. */
export async function withdrawRequest(
	scope: Scope,
	{ requestId }: WithdrawRequestInput
): Promise<Result<{ readonly artefactId: ArtefactId }, NotFound>> {
	const request = await lockRequest(scope, requestId);
	if (!request || !mayFor(scope.actor, ownWork, request.learner_id)) {
		return fail('portfolio.not-found');
	}
	const artefactId = request.artefact_id;
	if (request.withdrawn_at !== null || (await isAnswered(scope, requestId))) {
		return ok({ artefactId });
	}
	await withdrawRequestRow(scope, requestId);
	await recordDecision(scope, {
		action: 'portfolio.withdraw-request',
		learnerId: request.learner_id,
		object: asObject(artefactId)
	});
	return ok({ artefactId });
}
