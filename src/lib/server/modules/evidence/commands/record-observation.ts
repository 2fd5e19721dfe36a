import * as v from 'valibot';
import { actorId, mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { announce } from '../../../platform/events/index.ts';
import { idField, optionalWordsField, tickField } from '../../../platform/http/fields.ts';
import type { OutcomeId, PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { observeAtSchool, observeElsewhere } from '../evidence.policy.ts';
import { areOutcomes, insertEvidence } from '../evidence.store.ts';
import { places, type EvidenceId } from '../evidence.tables.ts';
import { isObservationLevel, observationLevels, type ObservationLevel } from '../evidence.ts';

/** What a form sends: one level for several learners and outcomes, so that a class takes few taps. */
export const recordObservationInput = v.object({
	id: idField<EvidenceId>(),
	'learnerIds[]': v.pipe(v.array(idField<PersonId>()), v.minLength(1), v.maxLength(60)),
	'outcomeIds[]': v.pipe(v.array(idField<OutcomeId>()), v.minLength(1), v.maxLength(12)),
	level: v.custom<ObservationLevel>(isObservationLevel),
	place: v.picklist(places),
	words: optionalWordsField(2_000),
	isTalk: tickField()
});
export type RecordObservationInput = v.InferOutput<typeof recordObservationInput>;

/** An adult saw it: one event for each learner, all or none. */
export async function recordObservation(
	scope: Scope,
	input: RecordObservationInput
): Promise<Result<{ readonly learners: number }, Failure<'evidence.not-found'>>> {
	const learnerIds = [...new Set(input['learnerIds[]'])];
	const rule = input.place === 'school' ? observeAtSchool : observeElsewhere;
	if (!learnerIds.every((learnerId) => mayFor(scope.actor, rule, learnerId))) {
		return fail('evidence.not-found');
	}
	if (!(await areOutcomes(scope, input['outcomeIds[]']))) return fail('evidence.not-found');
	const events = learnerIds.map((learnerId, i) => ({
		learner_id: learnerId,
		// The form's key names the first; a repeated send finds it there and adds nothing.
		event_id: i === 0 ? input.id : scope.newId<EvidenceId>(),
		kind: 'observation' as const,
		at: scope.now,
		place: input.place,
		source: 'class-page',
		outcome_ids: input['outcomeIds[]'],
		level: observationLevels[input.level],
		words: input.words,
		is_talk: input.isTalk,
		author_id: actorId(scope)
	}));
	if ((await insertEvidence(scope, events.slice(0, 1))) === 0) return ok({ learners: 0 });
	await insertEvidence(scope, events.slice(1));
	for (const event of events) {
		await recordDecision(scope, {
			action: 'evidence.record-observation',
			learnerId: event.learner_id,
			object: { type: 'evidence', id: event.event_id }
		});
		await announce(scope, 'evidence.recorded', { learnerId: event.learner_id });
	}
	return ok({ learners: events.length });
}
