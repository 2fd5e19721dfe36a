import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules } from '../../agency/index.ts';
import { lockIdea, updateIdea } from '../idea.store.ts';
import { answerIdeas } from '../pathways.policy.ts';
import type { IdeaId } from '../pathways.tables.ts';
import type { Idea } from './propose-own-idea.ts';

export const answerOwnIdeaInput = v.object({
	ideaId: idField<IdeaId>(),
	answer: v.picklist(['agree', 'talk']),
	words: optionalWordsField(500)
});
export type AnswerOwnIdeaInput = v.InferOutput<typeof answerOwnIdeaInput>;

/** An adult says yes to a learner's idea, or asks to talk first (and says about what). */
export async function answerOwnIdea(
	scope: Scope,
	{ ideaId, answer, words }: AnswerOwnIdeaInput
): Promise<
	Result<Idea, Failure<'pathways.not-found' | 'pathways.words-missing' | 'pathways.stale'>>
> {
	const idea = await lockIdea(scope, ideaId);
	if (!idea || !mayFor(scope.actor, answerIdeas, idea.learner_id)) {
		return fail('pathways.not-found');
	}
	if (answer === 'talk' && words === null) return fail('pathways.words-missing', 'words');
	const { learner_id: learnerId, rung, place, goal_id: goalId } = idea;
	const state = answer === 'agree' ? 'agreed' : 'talk';
	const view = { ideaId, learnerId, words: idea.words, place, goalId, state } as const;
	if (idea.state === state) return ok({ ...view, isNew: false });
	if (idea.state === 'agreed') return fail('pathways.stale');
	await updateIdea(scope, ideaId, { state, answered_by: actorId(scope), answer: words });
	await recordDecision(scope, {
		action: 'pathways.answer-own-idea',
		learnerId,
		object: { type: 'idea', id: ideaId },
		changes: { state: [idea.state, state] },
		...(state === 'agreed' && {
			ladder: {
				kind: 'activity',
				decided: ladderRules[rung].decided,
				rung,
				initiatorId: learnerId
			}
		})
	});
	return ok({ ...view, isNew: true });
}
