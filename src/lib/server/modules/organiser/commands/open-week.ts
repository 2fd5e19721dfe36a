import * as v from 'valibot';
import { actorId, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { mondayOf } from '../../../platform/clock/index.ts';
import { dayField, idField } from '../../../platform/http/fields.ts';
import type { SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { listSites, type SiteView } from '../../school/index.ts';
import { organisesAt } from '../organiser.policy.ts';
import type { WeekId } from '../organiser.tables.ts';
import { calendarOf } from '../week-queries.ts';
import { weekRuleOf } from '../week-rule.store.ts';
import { weekSlots } from '../week-slots.ts';
import { findWeekOn, insertWeek } from '../week.store.ts';
import { wishesUntil } from '../wishes-until.ts';

export const openWeekInput = v.object({
	siteId: idField<SiteId>(),
	/** Any day of the week. */
	startsOn: dayField()
});
export type OpenWeekInput = v.InferOutput<typeof openWeekInput>;

/** Opens a week of a site for wishes, with the rule as it stands; one that is open already stays as it is. */
export async function openWeek(
	scope: Scope,
	{ siteId, startsOn: day }: OpenWeekInput
): Promise<
	Result<
		{ readonly weekId: WeekId; readonly isNew: boolean },
		Failure<'organiser.not-found' | 'organiser.no-school-day'>
	>
> {
	const site = (await listSites(scope)).find((each) => each.siteId === siteId);
	if (!site || !organisesAt(scope.actor, siteId)) {
		return fail('organiser.not-found');
	}
	const startsOn = mondayOf(day);
	const known = await findWeekOn(scope, siteId, startsOn);
	if (known) return ok({ weekId: known.weekId, isNew: false });
	const calendar = await calendarOf(scope, { siteId, startsOn });
	if (weekSlots(siteId, startsOn, calendar).length === 0) return fail('organiser.no-school-day');
	return ok(await addWeek(scope, site, startsOn));
}

async function addWeek(
	scope: Scope,
	{ siteId, timeZone }: SiteView,
	startsOn: OpenWeekInput['startsOn']
) {
	const { closesWeekday, closesAt, ...rule } = await weekRuleOf(scope, siteId);
	const weekId = scope.newId<WeekId>();
	const until = wishesUntil({ closesWeekday, closesAt }, { startsOn, timeZone, now: scope.now });
	const isNew = await insertWeek(scope, {
		...rule,
		weekId,
		siteId,
		startsOn,
		wishesUntil: until,
		openedBy: actorId(scope)
	});
	if (!isNew) {
		// Somebody else opened it a moment ago.
		const known = await findWeekOn(scope, siteId, startsOn);
		return { weekId: known?.weekId ?? weekId, isNew: false };
	}
	await recordDecision(scope, {
		action: 'organiser.open-week',
		learnerId: null,
		object: { type: 'week', id: weekId },
		changes: { startsOn: [null, startsOn] }
	});
	return { weekId, isNew };
}
