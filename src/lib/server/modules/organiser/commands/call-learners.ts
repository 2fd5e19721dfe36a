import * as v from 'valibot';
import { actorId, learnersFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { addDays } from '../../../platform/clock/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findCallContext, insertCalls, listStanding, lockOffer } from '../call.store.ts';
import { callLearner as mayCall } from '../organiser.policy.ts';
import type { CallId, OfferId, WeekId } from '../organiser.tables.ts';

/** How much a call weighs, in the words of a page. */
export const urgencies = { 'when-it-fits': 1, soon: 3, now: 5 } as const;
export type Urgency = keyof typeof urgencies;

export const callLearnersInput = v.object({
	weekId: idField<WeekId>(),
	offerId: idField<OfferId>(),
	'learnerIds[]': v.pipe(
		v.array(idField<PersonId>()),
		v.minLength(1, 'organiser.nobody-chosen'),
		v.maxLength(200)
	),
	kind: v.picklist(['call', 'must']),
	urgency: v.optional(v.picklist(['when-it-fits', 'soon', 'now']), 'soon'),
	reason: wordsField(500),
	/** A call waits so many weeks until it is met; a must holds in each. */
	weeks: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(10)),
		'1'
	)
});
export type CallLearnersInput = v.InferOutput<typeof callLearnersInput>;

export interface Called {
	readonly called: number;
	/** The new calls, in the order of the learners. */
	readonly callIds: readonly CallId[];
	/** Called to this already: nothing was added for them. */
	readonly already: number;
}

/** An adult asks for learners of theirs, or says that they have to come; each sees the reason. */
export async function callLearners(
	scope: Scope,
	input: CallLearnersInput
): Promise<Result<Called, Failure<'organiser.not-found'>>> {
	const learnerIds = [...new Set(input['learnerIds[]'])];
	const mine = learnersFor(scope.actor, mayCall);
	if (mine !== 'everyone' && !learnerIds.every((id) => mine.has(id))) {
		return fail('organiser.not-found');
	}
	const { weekId, offerId, kind, urgency, reason, weeks } = input;
	const found = await findCallContext(scope, { weekId, offerId, learnerIds });
	if (!found || found.learners < learnerIds.length) return fail('organiser.not-found');
	const from = found.startsOn;
	const until = addDays(from, weeks * 7 - 1);
	await lockOffer(scope, offerId);
	const standing = await listStanding(scope, { offerId, learnerIds, from, until });
	const known = new Set(standing.map(({ learner_id }) => learner_id));
	const calls = learnerIds
		.filter((id) => !known.has(id))
		.map((learnerId) => ({
			call_id: scope.newId<CallId>(),
			learner_id: learnerId,
			offer_id: offerId,
			is_must: kind === 'must',
			severity: urgencies[urgency],
			reason,
			from_day: from,
			until_day: until,
			made_by: actorId(scope)
		}));
	await insertCalls(scope, calls);
	for (const { call_id, learner_id } of calls) {
		await recordDecision(scope, {
			action: kind === 'must' ? 'organiser.say-must' : 'organiser.call-learner',
			learnerId: learner_id,
			object: { type: 'offer-call', id: call_id },
			...(kind === 'must' && {
				ladder: { kind: 'time', decided: 'adult', rung: null, initiatorId: actorId(scope) }
			})
		});
	}
	return ok({
		called: calls.length,
		callIds: calls.map(({ call_id }) => call_id),
		already: known.size
	});
}
