import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { answerItems } from '../evidence.policy.ts';
import { areOutcomes, insertEvidence } from '../evidence.store.ts';
import type { EvidenceId } from '../evidence.tables.ts';
import { isOwnLevel, ownLevels, type OwnLevel } from '../evidence.ts';

export const recordSelfAssessmentInput = v.object({
	id: idField<EvidenceId>(),
	outcomeId: idField<OutcomeId>(),
	level: v.custom<OwnLevel>(isOwnLevel),
	words: optionalWordsField(2_000)
});
export type RecordSelfAssessmentInput = v.InferOutput<typeof recordSelfAssessmentInput>;

/** The learner says where they stand: their own channel, beside what the system believes and never mixed in. */
export async function recordSelfAssessment(
	scope: Scope,
	{ id, outcomeId, level, words }: RecordSelfAssessmentInput
): Promise<Result<{ readonly isNew: boolean }, Failure<'evidence.not-found'>>> {
	const learnerId = personOf(scope).personId;
	if (!mayFor(scope.actor, answerItems, learnerId)) return fail('evidence.not-found');
	if (!(await areOutcomes(scope, [outcomeId]))) return fail('evidence.not-found');
	const added = await insertEvidence(scope, [
		{
			learner_id: learnerId,
			event_id: id,
			kind: 'self-assessment',
			at: scope.now,
			place: 'online',
			source: 'map',
			outcome_ids: [outcomeId],
			level: ownLevels[level],
			words
		}
	]);
	if (added === 0) return ok({ isNew: false });
	await recordDecision(scope, {
		action: 'evidence.record-self-assessment',
		learnerId,
		object: { type: 'evidence', id }
	});
	await announce(scope, 'evidence.recorded', { learnerId });
	return ok({ isNew: true });
}
