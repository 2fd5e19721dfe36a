import type { Scope } from '../../platform/access/index.ts';
import { addDays, mondayOf } from '../../platform/clock/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import { listSites, type SiteView } from '../school/index.ts';
import { organisesAt } from './organiser.policy.ts';
import { listWeekHeads, type WeekHead } from './week-view.store.ts';

/** The sites whose weeks this actor makes, by name; none for whoever makes none. */
export async function listOwnSites(scope: Scope): Promise<readonly SiteView[]> {
	const sites = await listSites(scope);
	return sites.filter(({ siteId }) => organisesAt(scope.actor, siteId));
}

/** How far back the list of weeks goes. */
const weeksBack = 4;

/** The weeks of a site from four weeks ago on, the earliest first; none for whoever does not make them. */
export async function listWeeksOf(scope: Scope, siteId: SiteId): Promise<readonly WeekHead[]> {
	const open = organisesAt(scope.actor, siteId) ? [siteId] : [];
	return listWeekHeads(scope, open, addDays(mondayOf(scope.today), -7 * weeksBack));
}
