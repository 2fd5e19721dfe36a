import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { isSchoolDay, type SchoolDay } from '../../../platform/clock/index.ts';
import { idField, optionalWordsField, wordsField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { PeriodId } from '../../school/index.ts';
import {
	insertIntention,
	isTimeOfWeek,
	lockIntention,
	updateIntention,
	type IntentionRow
} from '../intention.store.ts';
import { planOwnWeek } from '../organiser.policy.ts';
import { actuals, type IntentionId, type WeekId } from '../organiser.tables.ts';

/** A day, or a day and one of its periods: `2026-12-07` or `2026-12-07 <period>`. */
const timeField = () =>
	v.pipe(
		v.string(),
		v.transform((text) => text.split(' ')),
		v.union([
			v.strictTuple([v.custom<SchoolDay>(isSchoolDay)]),
			v.strictTuple([v.custom<SchoolDay>(isSchoolDay), idField<PeriodId>()])
		])
	);

export const addIntentionInput = v.object({
	id: idField<IntentionId>(),
	learnerId: idField<PersonId>(),
	weekId: idField<WeekId>(),
	time: timeField(),
	words: wordsField(300)
});
export type AddIntentionInput = v.InferOutput<typeof addIntentionInput>;

export const intentionInput = v.object({ intentionId: idField<IntentionId>() });
export type IntentionInput = v.InferOutput<typeof intentionInput>;
type Done = Result<IntentionInput, Failure<'organiser.not-found'>>;

/** What I mean to do at some time of my week. */
export async function addIntention(
	scope: Scope,
	{ id, learnerId, weekId, time, words }: AddIntentionInput
): Promise<Done> {
	const [day, periodId = null] = time;
	const isOpen = mayFor(scope.actor, planOwnWeek, learnerId);
	if (!isOpen || !(await isTimeOfWeek(scope, { learnerId, weekId, day, periodId }))) {
		return fail('organiser.not-found');
	}
	const row = { intention_id: id, learner_id: learnerId, week_id: weekId, day };
	if (await insertIntention(scope, { ...row, period_id: periodId, words })) {
		await record(scope, 'organiser.add-intention', { learner_id: learnerId, intention_id: id });
	}
	return ok({ intentionId: id });
}

export const lookBackInput = v.object({
	intentionId: idField<IntentionId>(),
	actual: v.picklist(actuals),
	words: optionalWordsField(300)
});
export type LookBackInput = v.InferOutput<typeof lookBackInput>;

/** What became of it, in one tap and a few words if I like; I may say it anew. */
export const lookBack = (
	scope: Scope,
	{ intentionId, actual, words }: LookBackInput
): Promise<Done> =>
	changeOwn(scope, intentionId, 'organiser.look-back', () => ({
		actual,
		actual_words: words,
		looked_back_at: scope.now
	}));

/** It is off my week; it can be brought back. */
export const removeIntention = (scope: Scope, { intentionId }: IntentionInput): Promise<Done> =>
	changeOwn(scope, intentionId, 'organiser.remove-intention', (row) =>
		row.removed_at ? null : { removed_at: scope.now }
	);

/** Undo of removing. */
export const restoreIntention = (scope: Scope, { intentionId }: IntentionInput): Promise<Done> =>
	changeOwn(scope, intentionId, 'organiser.restore-intention', (row) =>
		row.removed_at ? { removed_at: null } : null
	);

type Change = Parameters<typeof updateIntention>[2];

async function changeOwn(
	scope: Scope,
	intentionId: IntentionId,
	action: string,
	change: (row: IntentionRow) => Change | null
): Promise<Done> {
	const row = await lockIntention(scope, intentionId);
	if (!row || !mayFor(scope.actor, planOwnWeek, row.learner_id)) return fail('organiser.not-found');
	const changed = change(row);
	if (!changed) return ok({ intentionId });
	await updateIntention(scope, intentionId, changed);
	await record(scope, action, row);
	return ok({ intentionId });
}

const record = (
	scope: Scope,
	action: string,
	{ learner_id, intention_id }: Pick<IntentionRow, 'learner_id' | 'intention_id'>
): Promise<void> =>
	recordDecision(scope, {
		action,
		learnerId: learner_id,
		object: { type: 'intention', id: intention_id }
	});
