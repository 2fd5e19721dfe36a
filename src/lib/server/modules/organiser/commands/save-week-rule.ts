import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	idField,
	numberField,
	optionalMoneyField,
	optionalNumberField,
	timeField
} from '../../../platform/http/fields.ts';
import type { SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { administer } from '../../people/index.ts';
import { listSites } from '../../school/index.ts';
import { findWeekRule, putWeekRule } from '../week-rule.store.ts';

export const saveWeekRuleInput = v.object({
	siteId: idField<SiteId>(),
	studySeats: numberField(0, 5_000),
	mostWishes: numberField(1, 20),
	closesWeekday: numberField(1, 7),
	closesAt: timeField(),
	/** Most money a week, as people write it; empty means no limit. */
	money: optionalMoneyField(),
	/** Most hours of adults in sessions a week; empty means no limit. */
	adultHours: optionalNumberField(1, 10_000)
});
export type SaveWeekRuleInput = v.InferOutput<typeof saveWeekRuleInput>;

/** How the weeks of a site are made from now on; weeks that are open already keep what they were opened with. */
export async function saveWeekRule(
	scope: Scope,
	{ siteId, money, adultHours, ...rest }: SaveWeekRuleInput
): Promise<Result<{ readonly siteId: SiteId }, Failure<'organiser.not-found'>>> {
	const isSite = (await listSites(scope)).some((site) => site.siteId === siteId);
	if (!isSite || !may(scope.actor, administer)) return fail('organiser.not-found');
	const before = await findWeekRule(scope, siteId);
	const rule = {
		...rest,
		moneyMinor: money,
		adultMinutes: adultHours === null ? null : adultHours * 60
	};
	await putWeekRule(scope, siteId, rule);
	await recordDecision(scope, {
		action: 'organiser.save-week-rule',
		learnerId: null,
		object: { type: 'site', id: siteId },
		changes: {
			studySeats: [before?.studySeats ?? null, rule.studySeats],
			mostWishes: [before?.mostWishes ?? null, rule.mostWishes],
			moneyMinor: [before?.moneyMinor ?? null, rule.moneyMinor],
			adultMinutes: [before?.adultMinutes ?? null, rule.adultMinutes]
		}
	});
	return ok({ siteId });
}
