import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import { isUuid, toId, type OutcomeId, type PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { observeAtSchool } from '../evidence.policy.ts';
import { areOutcomes, insertEvidence } from '../evidence.store.ts';
import type { EvidenceId } from '../evidence.tables.ts';
import { isObservationLevel, observationLevels, type ObservationLevel } from '../evidence.ts';

/** One cell of a class grid: what the adult saw this learner do with this outcome. */
export interface Mark {
	/** Key of the cell's event: a mark that is sent twice counts once. */
	readonly id: EvidenceId;
	readonly learnerId: PersonId;
	readonly outcomeId: OutcomeId;
	readonly level: ObservationLevel;
}

/** "key learner outcome level", as one field of a form holds it; null where it is anything else. */
export function readMark(text: string): Mark | null {
	const [id, learnerId, outcomeId, level, ...rest] = text.split(' ');
	if (rest.length > 0 || !isObservationLevel(level)) return null;
	if (!isUuid(id) || !isUuid(learnerId) || !isUuid(outcomeId)) return null;
	return { id: toId(id), learnerId: toId(learnerId), outcomeId: toId(outcomeId), level };
}

const markField = v.pipe(
	v.string(),
	v.transform(readMark),
	v.custom<Mark>((mark) => mark !== null)
);

export const recordMarksInput = v.object({
	'marks[]': v.pipe(v.array(markField), v.minLength(1), v.maxLength(60))
});
export type RecordMarksInput = v.InferOutput<typeof recordMarksInput>;

/** An adult rates a class cell by cell: several marks in one go, each with its own key, all or none. */
export async function recordMarks(
	scope: Scope,
	{ 'marks[]': marks }: RecordMarksInput
): Promise<Result<{ readonly added: number }, Failure<'evidence.not-found'>>> {
	const isOpen = marks.every(({ learnerId }) => mayFor(scope.actor, observeAtSchool, learnerId));
	if (!isOpen) return fail('evidence.not-found');
	const outcomeIds = marks.map(({ outcomeId }) => outcomeId);
	if (!(await areOutcomes(scope, outcomeIds))) return fail('evidence.not-found');
	const added = await insertEvidence(
		scope,
		marks.map(({ id, learnerId, outcomeId, level }) => ({
			learner_id: learnerId,
			event_id: id,
			kind: 'observation' as const,
			at: scope.now,
			place: 'school' as const,
			source: 'class-page',
			outcome_ids: [outcomeId],
			level: observationLevels[level],
			author_id: actorId(scope)
		}))
	);
	if (added === 0) return ok({ added });
	for (const [learnerId, of] of Map.groupBy(marks, (mark) => mark.learnerId)) {
		for (const { id } of of) {
			await recordDecision(scope, {
				action: 'evidence.record-marks',
				learnerId,
				object: { type: 'evidence', id }
			});
		}
		await announce(scope, 'evidence.recorded', { learnerId });
	}
	return ok({ added });
}

const cellField = v.pipe(
	v.string(),
	v.transform((text) => {
		const [learnerId, outcomeId, ...rest] = text.split(' ');
		if (rest.length > 0 || !isUuid(learnerId) || !isUuid(outcomeId)) return null;
		return { learnerId: toId<PersonId>(learnerId), outcomeId: toId<OutcomeId>(outcomeId) };
	}),
	v.custom<Pick<Mark, 'learnerId' | 'outcomeId'>>((cell) => cell !== null)
);

/** One cell as a plain form sends it: the button pressed says where, a choice beside it says what. */
export const recordMarkInput = v.object({
	id: idField<EvidenceId>(),
	cell: cellField,
	level: v.custom<ObservationLevel>(isObservationLevel, 'evidence.level-missing')
});

export const recordMark = (
	scope: Scope,
	{ id, cell, level }: v.InferOutput<typeof recordMarkInput>
) => recordMarks(scope, { 'marks[]': [{ id, ...cell, level }] });
