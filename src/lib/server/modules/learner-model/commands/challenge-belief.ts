import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { listOutcomes } from '../../curriculum/index.ts';
import { challengeWishes, firstState } from '../challenge.ts';
import { insertChallenge } from '../challenge.store.ts';
import { challenge } from '../learner-model.policy.ts';
import type { ChallengeId, CheckId } from '../learner-model.tables.ts';
import { startShortCheck } from './start-check.ts';

export const challengeBeliefInput = v.object({
	id: idField<ChallengeId>(),
	/** Key of the check, where a test is wanted. */
	checkId: idField<CheckId>(),
	outcomeId: idField<OutcomeId>(),
	wants: v.picklist(challengeWishes),
	words: optionalWordsField(1_000)
});
export type ChallengeBeliefInput = v.InferOutput<typeof challengeBeliefInput>;

type Heard = Result<
	{ readonly checkId: CheckId | null },
	Failure<'learner-model.not-found' | 'learner-model.nothing-to-ask' | 'form.words-missing'>
>;

/**
 * "I see it otherwise." A test starts a short check at once; evidence and a compromise wait for an adult's answer;
 * agreeing to disagree shows both from now on. It is always open to the learner, whatever the rung.
 */
export async function challengeBelief(scope: Scope, input: ChallengeBeliefInput): Promise<Heard> {
	const { personId: learnerId, band } = personOf(scope);
	const { id, checkId, outcomeId, wants, words } = input;
	if (!mayFor(scope.actor, challenge, learnerId)) return fail('learner-model.not-found');
	const wording = { band: band ?? '12-18', locale: 'en' } as const;
	const [outcome] = await listOutcomes(scope, { outcomeIds: [outcomeId] }, wording);
	if (!outcome) return fail('learner-model.not-found');
	if (wants !== 'test' && words === null) return fail('form.words-missing', 'words');
	const started =
		wants === 'test' ? await startShortCheck(scope, checkId, learnerId, outcomeId) : null;
	if (started && !started.ok) return started;
	const isNew = await insertChallenge(scope, {
		challengeId: id,
		learnerId,
		outcomeId,
		words: words ?? '',
		wants,
		state: firstState(wants)
	});
	if (isNew) {
		await recordDecision(scope, {
			action: 'learner-model.challenge-belief',
			learnerId,
			object: { type: 'challenge', id }
		});
	}
	return ok({ checkId: started?.value.checkId ?? null });
}
