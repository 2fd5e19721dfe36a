import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { ladderRules, rungsOf } from '../../agency/index.ts';
import {
	areOutcomes,
	isObservationLevel,
	observationLevels,
	recordJudgement,
	type EvidenceId,
	type ObservationLevel
} from '../../evidence/index.ts';
import { findLearner } from '../../people/index.ts';
import type { ArtefactId } from '../portfolio.tables.ts';
import type { WorkRow } from '../work.store.ts';
import { asObject, lockSeenWork } from './locked-work.ts';

export const judgeWorkInput = v.object({
	id: idField<EvidenceId>(),
	artefactId: idField<ArtefactId>(),
	level: v.custom<ObservationLevel>(isObservationLevel),
	/** The work's own outcomes where none is named. */
	'outcomeIds[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), []),
	words: optionalWordsField(2_000)
});
export type JudgeWorkInput = v.InferOutput<typeof judgeWorkInput>;
type JudgeFailure = Failure<'portfolio.not-found' | 'portfolio.no-outcome'>;

/** Those who teach or support say what a work shows; it becomes evidence. */
export async function judgeWork(
	scope: Scope,
	{ id, artefactId, level, 'outcomeIds[]': outcomeIds, words }: JudgeWorkInput
): Promise<Result<{ readonly artefactId: ArtefactId }, JudgeFailure>> {
	const seen = await lockSeenWork(scope, artefactId);
	if (!seen.ok) return seen;
	const judged = await judgeLocked(scope, seen.value.work, { id, level, outcomeIds, words });
	return judged.ok ? ok({ artefactId }) : judged;
}

interface Judgement {
	readonly id: EvidenceId;
	readonly level: ObservationLevel;
	readonly outcomeIds: readonly OutcomeId[];
	readonly words: string | null;
}

/** The same for a work that is locked already. */
export async function judgeLocked(
	scope: Scope,
	work: WorkRow,
	{ id, level, outcomeIds, words }: Judgement
): Promise<Result<null, JudgeFailure>> {
	const about = outcomeIds.length > 0 ? outcomeIds : work.outcome_ids;
	if (about.length === 0) return fail('portfolio.no-outcome', 'level');
	if (!(await areOutcomes(scope, about))) return fail('portfolio.not-found');
	const recorded = await recordJudgement(scope, {
		id,
		learnerId: work.learner_id,
		kind: 'artefact-judgement',
		outcomeIds: about,
		level: observationLevels[level],
		subjectId: work.artefact_id,
		words,
		place: work.place,
		source: 'portfolio'
	});
	if (!recorded.ok) return fail('portfolio.not-found');
	if (recorded.value.isNew) await tellDemonstration(scope, work);
	return ok(null);
}

/**
 * Below rung 3 the adult's judgement is the yes to this way of showing it: the learner's idea, decided as the rung says.
 * From rung 3 on it was decided when the work was added.
 */
async function tellDemonstration(scope: Scope, work: WorkRow): Promise<void> {
	const learnerId = work.learner_id;
	const learner = await findLearner(scope, new Set([learnerId]), learnerId);
	const { demonstration: rung } = await rungsOf(scope, learnerId, learner?.band ?? '12-18');
	await recordDecision(scope, {
		action: 'portfolio.judge-work',
		learnerId,
		object: asObject(work.artefact_id),
		...(rung < 3 && {
			ladder: {
				kind: 'demonstration',
				decided: ladderRules[rung].decided,
				rung,
				initiatorId: learnerId
			} as const
		})
	});
}
