import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import type { OutcomeId, PersonId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { judge } from '../evidence.policy.ts';
import { insertEvidence } from '../evidence.store.ts';
import type { EvidenceId, EvidencePlace } from '../evidence.tables.ts';

/** What an adult makes of a learner's work, or of the learner; made by the module where it was said. */
export interface RecordJudgementInput {
	readonly id: EvidenceId;
	readonly learnerId: PersonId;
	readonly kind: 'teacher-judgement' | 'artefact-judgement';
	readonly outcomeIds: readonly OutcomeId[];
	/** 0 to 1, 1 = alone and well. */
	readonly level: number;
	/** In (0, 1]: how much it counts beside a whole piece of evidence. */
	readonly weight?: number;
	/** The work it judges. */
	readonly subjectId: Uuid | null;
	readonly words: string | null;
	readonly place: EvidencePlace;
	readonly source: string;
}

/** An adult judged it: one event, once. */
export async function recordJudgement(
	scope: Scope,
	input: RecordJudgementInput
): Promise<Result<{ readonly isNew: boolean }, Failure<'evidence.not-found'>>> {
	const { id, learnerId } = input;
	if (!mayFor(scope.actor, judge, learnerId)) return fail('evidence.not-found');
	const added = await insertEvidence(scope, [
		{
			learner_id: learnerId,
			event_id: id,
			kind: input.kind,
			at: scope.now,
			place: input.place,
			source: input.source,
			outcome_ids: input.outcomeIds,
			level: input.level,
			weight: input.weight ?? 1,
			words: input.words,
			author_id: actorId(scope),
			subject_id: input.subjectId
		}
	]);
	if (added === 0) return ok({ isNew: false });
	await recordDecision(scope, {
		action: 'evidence.record-judgement',
		learnerId,
		object: { type: 'evidence', id }
	});
	await announce(scope, 'evidence.recorded', { learnerId });
	return ok({ isNew: true });
}
