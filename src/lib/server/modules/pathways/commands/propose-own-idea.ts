import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf, takesEffect } from '../../agency/index.ts';
import { insertIdea } from '../idea.store.ts';
import { bandOf } from '../learner-band.ts';
import { answerForSelf } from '../pathways.policy.ts';
import type { IdeaId } from '../pathways.tables.ts';

export const proposeOwnIdeaInput = v.object({
	id: idField<IdeaId>(),
	learnerId: idField<PersonId>(),
	words: wordsField(500),
	place: optionalWordsField(120),
	goalId: v.optional(idField<Uuid>())
});
export type ProposeOwnIdeaInput = v.InferOutput<typeof proposeOwnIdeaInput>;

export interface Idea {
	readonly ideaId: IdeaId;
	readonly learnerId: PersonId;
	readonly words: string;
	readonly place: string | null;
	readonly goalId: Uuid | null;
	/** `agreed`: it may start; `proposed`: it waits for an adult; `talk`: an adult wants to talk first. */
	readonly state: 'proposed' | 'agreed' | 'talk';
	readonly isNew: boolean;
}

/** "I have my own idea": takes effect at once or waits for an adult, as the rung for activities says. */
export async function proposeOwnIdea(
	scope: Scope,
	{ id, learnerId, words, place, goalId = undefined }: ProposeOwnIdeaInput
): Promise<Result<Idea, Failure<'pathways.not-found'>>> {
	if (!mayFor(scope.actor, answerForSelf, learnerId)) return fail('pathways.not-found');
	const { activity: rung } = await rungsOf(scope, learnerId, await bandOf(scope, learnerId));
	const state = takesEffect(rung, 'learner') ? 'agreed' : 'proposed';
	const isNew = await insertIdea(scope, {
		idea_id: id,
		learner_id: learnerId,
		words,
		place,
		goal_id: goalId ?? null,
		outcome_ids: [],
		rung,
		state
	});
	if (isNew) {
		await recordDecision(scope, {
			action: 'pathways.propose-own-idea',
			learnerId,
			object: { type: 'idea', id },
			...(state === 'agreed' && {
				ladder: {
					kind: 'activity',
					decided: ladderRules[rung].decided,
					rung,
					initiatorId: personOf(scope).personId
				}
			})
		});
	}
	return ok({ ideaId: id, learnerId, words, place, goalId: goalId ?? null, state, isNew });
}
