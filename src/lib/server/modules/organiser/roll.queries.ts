import type { Scope } from '../../platform/access/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import { listSites } from '../school/index.ts';
import { listMissingAt, type MissingRow } from './missing.store.ts';
import { mayTakeRoll, worksAtSite } from './organiser.policy.ts';
import type { RollKey } from './roll.ts';
import { findRollHead, listRoll, type RollHead, type RollRow } from './roll.store.ts';

export interface RollPage {
	readonly head: RollHead;
	readonly rows: readonly RollRow[];
}

/** The roll of a session or of study; undefined where it is not there or not this actor's to take (TS3). Two statements. */
export async function getRoll(scope: Scope, key: RollKey): Promise<RollPage | undefined> {
	const head = await findRollHead(scope, key);
	if (!head || !mayTakeRoll(scope.actor, head)) return undefined;
	return { head, rows: await listRoll(scope, head) };
}

/** Who is missing now at the sites where this actor works; nobody's business else. Two statements at most. */
export async function listMissing(scope: Scope): Promise<readonly MissingRow[]> {
	const { siteIds, time } = await placeAndTime(scope);
	return listMissingAt(scope, siteIds, time);
}

/** The sites where this actor works, and the time of day there. */
export async function placeAndTime(
	scope: Scope
): Promise<{ readonly siteIds: readonly SiteId[]; readonly time: string }> {
	if (scope.actor.kind !== 'person') return { siteIds: [], time: '00:00' };
	const { memberships, timeZone = 'UTC' } = scope.actor;
	const named = memberships.flatMap(({ siteId }) => siteId ?? []);
	const isEverywhere = memberships.some(({ siteId }) => siteId === null);
	const all = isEverywhere ? (await listSites(scope)).map(({ siteId }) => siteId) : named;
	const siteIds = [...new Set(all)].filter((siteId) => worksAtSite(scope.actor, siteId));
	const time = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(scope.now);
	return { siteIds, time };
}
