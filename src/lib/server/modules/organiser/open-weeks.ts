import type { Scope } from '../../platform/access/index.ts';
import { addDays, mondayOf, schoolDay } from '../../platform/clock/index.ts';
import { listSites } from '../school/index.ts';
import { openWeek } from './commands/open-week.ts';
import { listOffersOf } from './offer.store.ts';

/** So many weeks after the present one are open for wishes. */
const weeksAhead = [1, 2];

/** Opens the next two weeks of each site that has an offer for them; weeks without a school day are left out. */
export async function openWeeksAhead(scope: Scope): Promise<{ readonly opened: number }> {
	let opened = 0;
	for (const { siteId, timeZone } of await listSites(scope)) {
		const monday = mondayOf(schoolDay(scope.now, timeZone));
		for (const weeks of weeksAhead) {
			const from = addDays(monday, 7 * weeks);
			const offers = await listOffersOf(scope, siteId, {
				during: { from, until: addDays(from, 6) }
			});
			if (offers.length === 0) continue;
			const week = await openWeek(scope, { siteId, startsOn: from });
			if (week.ok && week.value.isNew) opened += 1;
		}
	}
	return { opened };
}
