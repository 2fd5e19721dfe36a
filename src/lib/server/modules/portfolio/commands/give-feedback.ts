import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import {
	isObservationLevel,
	type EvidenceId,
	type ObservationLevel
} from '../../evidence/index.ts';
import { insertFeedback, lockRequest } from '../feedback.store.ts';
import { maybeIdField } from '../work-form.ts';
import type { ArtefactId, FeedbackId, RequestId } from '../portfolio.tables.ts';
import { judgeLocked } from './judge-work.ts';
import { asObject, lockSeenWork } from './locked-work.ts';

const mostWords = 2_000;

export const giveFeedbackInput = v.object({
	id: idField<FeedbackId>(),
	artefactId: idField<ArtefactId>(),
	/** The question it answers; without one it is marked as offered unasked. */
	requestId: maybeIdField<RequestId>(),
	worksWell: optionalWordsField(mostWords),
	question: optionalWordsField(mostWords),
	nextStep: optionalWordsField(mostWords),
	/** A teacher's judgement made in the same breath; empty where none is made. */
	level: v.optional(
		v.union([
			v.custom<ObservationLevel>(isObservationLevel),
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			)
		])
	),
	/** What it is a judgement about; the work's own outcomes where none is named. */
	'outcomeIds[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), [])
});
export type GiveFeedbackInput = v.InferOutput<typeof giveFeedbackInput>;

export interface GivenFeedback {
	readonly feedbackId: FeedbackId;
	readonly artefactId: ArtefactId;
}
export type GiveFeedbackFailure = Failure<
	'portfolio.not-found' | 'portfolio.feedback-empty' | 'portfolio.no-outcome'
>;

/** An adult says what works, asks a question, names a next step; asked for by the learner or offered. */
export async function giveFeedback(
	scope: Scope,
	input: GiveFeedbackInput
): Promise<Result<GivenFeedback, GiveFeedbackFailure>> {
	const { id, artefactId, requestId, worksWell, question, nextStep, level } = input;
	const seen = await lockSeenWork(scope, artefactId);
	if (!seen.ok) return seen;
	const { work, actor } = seen.value;
	if (worksWell === null && question === null && nextStep === null) {
		return fail('portfolio.feedback-empty', 'worksWell');
	}
	if (requestId) {
		const request = await lockRequest(scope, requestId);
		const isMine = request?.artefact_id === artefactId && request.asked_id === actor.personId;
		if (!isMine || request.withdrawn_at !== null) return fail('portfolio.not-found');
	}
	const isNew = await insertFeedback(scope, {
		feedback_id: id,
		learner_id: work.learner_id,
		artefact_id: artefactId,
		revision: work.revision,
		request_id: requestId ?? null,
		author_id: actor.personId,
		works_well: worksWell,
		question,
		next_step: nextStep
	});
	if (!isNew) return ok({ feedbackId: id, artefactId });
	await recordDecision(scope, {
		action: requestId ? 'portfolio.answer-request' : 'portfolio.offer-feedback',
		learnerId: work.learner_id,
		object: asObject(artefactId),
		changes: { feedback: [null, id] }
	});
	if (level) {
		const judged = await judgeLocked(scope, work, {
			id: scope.newId<EvidenceId>(),
			level,
			outcomeIds: input['outcomeIds[]'],
			words: worksWell
		});
		if (!judged.ok) return judged;
	}
	return ok({ feedbackId: id, artefactId });
}
