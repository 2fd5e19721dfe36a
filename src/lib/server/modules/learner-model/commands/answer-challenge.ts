import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { recordJudgement, type EvidenceId } from '../../evidence/index.ts';
import { agreedJudgement, nextState, type ChallengeState } from '../challenge.ts';
import { findChallenge, saveAnswer } from '../challenge.store.ts';
import { answerChallenges } from '../learner-model.policy.ts';
import type { ChallengeId } from '../learner-model.tables.ts';

export const answerChallengeInput = v.object({
	/** Key of the judgement that an agreement writes. */
	id: idField<EvidenceId>(),
	challengeId: idField<ChallengeId>(),
	learnerId: idField<PersonId>(),
	answer: v.picklist(['agree', 'keep']),
	words: wordsField(1_000)
});
export type AnswerChallengeInput = v.InferOutput<typeof answerChallengeInput>;

/**
 * An adult answers in words. Agreeing writes a judgement at half weight, which new evidence outweighs and time wears
 * off; keeping shows both views side by side.
 */
export async function answerChallenge(
	scope: Scope,
	{ id, challengeId, learnerId, answer, words }: AnswerChallengeInput
): Promise<
	Result<
		{ readonly state: ChallengeState },
		Failure<'learner-model.not-found' | 'learner-model.stale'>
	>
> {
	if (!mayFor(scope.actor, answerChallenges, learnerId)) return fail('learner-model.not-found');
	const found = await findChallenge(scope, learnerId, challengeId);
	if (!found) return fail('learner-model.not-found');
	const state = nextState(found.state, answer);
	if (!state) return fail('learner-model.stale');
	await saveAnswer(scope, challengeId, { state, words, answeredBy: actorId(scope) });
	if (answer === 'agree') {
		await recordJudgement(scope, {
			id,
			learnerId,
			kind: 'teacher-judgement',
			outcomeIds: [found.outcome_id],
			...agreedJudgement,
			subjectId: null,
			words,
			place: 'school',
			source: 'challenge'
		});
	}
	await recordDecision(scope, {
		action: 'learner-model.answer-challenge',
		learnerId,
		object: { type: 'challenge', id: challengeId },
		changes: { state: [found.state, state] }
	});
	return ok({ state });
}
