import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { eachDay } from '../../../platform/clock/index.ts';
import { dayField, idField, optionalDayField, wordsField } from '../../../platform/http/fields.ts';
import type { SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { deleteClosedDays, lockSite, putClosedDays } from '../calendar.store.ts';
import { changeSchool } from '../school.policy.ts';

/** Longer stretches are holidays between terms, which need no closed days. */
const mostDays = 62;

export const closeDaysInput = v.object({
	siteId: idField<SiteId>(),
	from: dayField(),
	/** Left empty: the one day. */
	until: optionalDayField(),
	reason: wordsField(100)
});
export type CloseDaysInput = v.InferOutput<typeof closeDaysInput>;

/** Closes a site for a day or several; a day that is closed already gets the newer reason. */
export async function closeDays(
	scope: Scope,
	{ siteId, from, until, reason }: CloseDaysInput
): Promise<
	Result<
		{ readonly days: number },
		Failure<'school.not-found' | 'school.ends-first' | 'school.too-long'>
	>
> {
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	const last = until ?? from;
	if (last < from) return fail('school.ends-first', 'until');
	const days = eachDay(from, last);
	if (days.length > mostDays) return fail('school.too-long', 'until');
	await putClosedDays(scope, siteId, days, reason);
	await recordDecision(scope, {
		action: 'school.close-days',
		learnerId: null,
		object: { type: 'site', id: siteId },
		changes: { closed: [null, `${from} ${last}`] }
	});
	return ok({ days: days.length });
}

export const openDaysInput = v.object({
	siteId: idField<SiteId>(),
	from: dayField(),
	until: dayField(),
	/** Why they were closed: comes back with the answer, for closing them again. */
	reason: wordsField(100)
});
export type OpenDaysInput = v.InferOutput<typeof openDaysInput>;

/** The way back: these days are school days again, where a term and the grid say so. */
export async function openDays(
	scope: Scope,
	input: OpenDaysInput
): Promise<Result<OpenDaysInput, Failure<'school.not-found'>>> {
	const { siteId, from, until } = input;
	if (!may(scope.actor, changeSchool) || !(await lockSite(scope, siteId))) {
		return fail('school.not-found');
	}
	await deleteClosedDays(scope, siteId, { from, until });
	await recordDecision(scope, {
		action: 'school.open-days',
		learnerId: null,
		object: { type: 'site', id: siteId },
		changes: { closed: [`${from} ${until}`, null] }
	});
	return ok(input);
}
