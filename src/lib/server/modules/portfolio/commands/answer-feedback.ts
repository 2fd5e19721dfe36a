import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';
import { lockFeedback, updateResponse } from '../feedback.store.ts';
import { feedbackResponses, type ArtefactId, type FeedbackId } from '../portfolio.tables.ts';
import { asObject, lockOwnWork, type NotFound } from './locked-work.ts';

export const answerFeedbackInput = v.object({
	feedbackId: idField<FeedbackId>(),
	response: v.picklist(feedbackResponses),
	/** What I changed, why not now, what I want to talk about. */
	words: optionalWordsField(1_000)
});
export type AnswerFeedbackInput = v.InferOutput<typeof answerFeedbackInput>;

/** The learner says what they do with feedback. A change that is a new revision is said by `reviseWork`. */
export async function answerFeedback(
	scope: Scope,
	{ feedbackId, response, words }: AnswerFeedbackInput
): Promise<Result<{ readonly artefactId: ArtefactId }, NotFound>> {
	const feedback = await lockFeedback(scope, feedbackId);
	if (!feedback) return fail('portfolio.not-found');
	const work = await lockOwnWork(scope, feedback.artefact_id);
	if (!work.ok) return work;
	const artefactId = feedback.artefact_id;
	const isSaid = feedback.response === response && feedback.response_words === words;
	if (isSaid) return ok({ artefactId });
	await updateResponse(scope, feedbackId, {
		response,
		response_words: words,
		response_revision: response === 'changed' ? work.value.revision : null
	});
	await recordDecision(scope, {
		action: 'portfolio.answer-feedback',
		learnerId: work.value.learner_id,
		object: asObject(artefactId),
		changes: { response: [feedback.response, response] }
	});
	return ok({ artefactId });
}
