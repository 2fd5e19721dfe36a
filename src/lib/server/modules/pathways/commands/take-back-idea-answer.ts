import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockIdea, reopenIdea } from '../idea.store.ts';
import { answerIdeas } from '../pathways.policy.ts';
import type { IdeaId } from '../pathways.tables.ts';

export const takeBackIdeaAnswerInput = v.object({ ideaId: idField<IdeaId>() });
export type TakeBackIdeaAnswerInput = v.InferOutput<typeof takeBackIdeaAnswerInput>;

/** How long an answer can be taken back. */
const within = 15 * 60_000;

/** Undo of one's own answer to an idea, for a few minutes: it waits again. Taking back twice is harmless. */
export async function takeBackIdeaAnswer(
	scope: Scope,
	{ ideaId }: TakeBackIdeaAnswerInput
): Promise<Result<{ readonly ideaId: IdeaId }, Failure<'pathways.not-found' | 'pathways.stale'>>> {
	const idea = await lockIdea(scope, ideaId);
	if (!idea || !mayFor(scope.actor, answerIdeas, idea.learner_id)) {
		return fail('pathways.not-found');
	}
	if (idea.state === 'proposed') return ok({ ideaId });
	if (idea.answered_by === null || idea.answered_by !== actorId(scope)) {
		return fail('pathways.not-found');
	}
	const age = scope.now.getTime() - (idea.answered_at?.getTime() ?? 0);
	if (age > within) return fail('pathways.stale');
	await reopenIdea(scope, ideaId);
	await recordDecision(scope, {
		action: 'pathways.take-back-idea-answer',
		learnerId: idea.learner_id,
		object: { type: 'idea', id: ideaId },
		changes: { state: [idea.state, 'proposed'] }
	});
	return ok({ ideaId });
}
