import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf } from '../../agency/index.ts';
import { audiences, findLearner } from '../../people/index.ts';
import { chooseAudience } from '../audience-rule.ts';
import { agreeAudience } from '../portfolio.policy.ts';
import type { ArtefactId } from '../portfolio.tables.ts';
import { lockWork, updateWork } from '../work.store.ts';
import type { AddedWork } from './add-work.ts';
import { asObject, lockOwnWork, type NotFound } from './locked-work.ts';

export const changeAudienceInput = v.object({
	artefactId: idField<ArtefactId>(),
	audience: v.picklist(audiences)
});
export type ChangeAudienceInput = v.InferOutput<typeof changeAudienceInput>;

/** The learner chooses who sees a work: at once, or waiting for an adult's yes, as the rung for audiences says. */
export async function changeAudience(
	scope: Scope,
	{ artefactId, audience: wish }: ChangeAudienceInput
): Promise<Result<AddedWork, NotFound>> {
	const locked = await lockOwnWork(scope, artefactId);
	if (!locked.ok) return locked;
	const { learner_id: learnerId, audience: before, wished_audience: wishedBefore } = locked.value;
	const { audience: rung } = await rungsOf(scope, learnerId, personOf(scope).band ?? '12-18');
	const { audience, wished, decided } = chooseAudience(rung, wish, before);
	if (audience === before && wished === wishedBefore) return ok({ artefactId, audience, wished });
	await updateWork(scope, artefactId, {
		audience,
		wished_audience: wished,
		wished_at: wished && scope.now,
		audience_answer: null,
		audience_answered_by: null
	});
	await recordDecision(scope, {
		action: 'portfolio.choose-audience',
		learnerId,
		object: asObject(artefactId),
		changes: { audience: [before, audience], wished: [wishedBefore, wished] },
		...(wished === null && {
			ladder: { kind: 'audience', decided, rung, initiatorId: learnerId } as const
		})
	});
	return ok({ artefactId, audience, wished });
}

export const answerAudienceInput = v.object({
	artefactId: idField<ArtefactId>(),
	/** The wish that is answered; another one in the meantime refuses the answer. */
	wished: v.picklist(audiences),
	answer: v.picklist(['agree', 'decline']),
	words: optionalWordsField(500)
});
export type AnswerAudienceInput = v.InferOutput<typeof answerAudienceInput>;
type AnswerFailure = Failure<'portfolio.not-found' | 'portfolio.stale' | 'portfolio.words-missing'>;

/** Somebody who teaches or supports the learner agrees to a wished audience, or says why not. */
export async function answerAudience(
	scope: Scope,
	{ artefactId, wished, answer, words }: AnswerAudienceInput
): Promise<Result<{ readonly artefactId: ArtefactId }, AnswerFailure>> {
	const work = await lockWork(scope, artefactId);
	if (work?.removed_at !== null || !mayFor(scope.actor, agreeAudience, work.learner_id)) {
		return fail('portfolio.not-found');
	}
	if (work.wished_audience !== wished) return fail('portfolio.stale');
	if (answer === 'decline' && words === null) return fail('portfolio.words-missing', 'words');
	const learnerId = work.learner_id;
	const learner = await findLearner(scope, new Set([learnerId]), learnerId);
	const { audience: rung } = await rungsOf(scope, learnerId, learner?.band ?? '12-18');
	const audience = answer === 'agree' ? wished : work.audience;
	await updateWork(scope, artefactId, {
		audience,
		wished_audience: null,
		wished_at: null,
		audience_answer: words,
		audience_answered_by: personOf(scope).personId
	});
	await recordDecision(scope, {
		action: 'portfolio.answer-audience',
		learnerId,
		object: asObject(artefactId),
		changes: { audience: [work.audience, audience], answer: [null, answer] },
		ladder: {
			kind: 'audience',
			decided: answer === 'agree' ? ladderRules[rung].decided : 'adult',
			rung,
			initiatorId: learnerId
		}
	});
	return ok({ artefactId });
}
