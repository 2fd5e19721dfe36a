import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { withdrawEvidence, type EvidenceId } from '../../evidence/index.ts';
import { nextState } from '../challenge.ts';
import { findAnswered, findJudgementOf, openAgain } from '../challenge.store.ts';
import { answerChallenges } from '../learner-model.policy.ts';
import type { ChallengeId } from '../learner-model.tables.ts';

export const reopenChallengeInput = v.object({
	challengeId: idField<ChallengeId>(),
	learnerId: idField<PersonId>()
});
export type ReopenChallengeInput = v.InferOutput<typeof reopenChallengeInput>;

/** How long an answer can be taken back. */
const within = 15 * 60_000;

/**
 * Undo of one's own answer to a challenge, for a few minutes: it waits again, and the judgement that an agreement wrote
 * is withdrawn. Taking back twice is harmless.
 */
export async function reopenChallenge(
	scope: Scope,
	{ challengeId, learnerId }: ReopenChallengeInput
): Promise<
	Result<
		{ readonly challengeId: ChallengeId },
		Failure<'learner-model.not-found' | 'learner-model.stale'>
	>
> {
	if (!mayFor(scope.actor, answerChallenges, learnerId)) return fail('learner-model.not-found');
	const found = await findAnswered(scope, learnerId, challengeId);
	if (!found) return fail('learner-model.not-found');
	if (found.state === 'open') return ok({ challengeId });
	const { answeredBy, answeredAt } = found;
	if (answeredBy === null || answeredBy !== actorId(scope)) return fail('learner-model.not-found');
	const isFresh = answeredAt && scope.now.getTime() - answeredAt.getTime() <= within;
	const state = nextState(found.state, 'take-back');
	if (!isFresh || !state) return fail('learner-model.stale');
	const eventId = await findJudgementOf(scope, { ...found, learnerId, answeredBy, answeredAt });
	if (eventId) {
		const id = scope.newId<EvidenceId>();
		await withdrawEvidence(scope, { id, learnerId, eventId, words: null });
	}
	await openAgain(scope, challengeId, state);
	await recordDecision(scope, {
		action: 'learner-model.reopen-challenge',
		learnerId,
		object: { type: 'challenge', id: challengeId },
		changes: { state: [found.state, state] }
	});
	return ok({ challengeId });
}
