import type { Scope } from '../../platform/access/index.ts';
import { timeOfDay } from '../../platform/clock/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import { listMissingAt, type MissingRow, type WhereWorks } from './missing.store.ts';
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

/** Who is missing now at the sites where this actor works; nobody's business else. One statement. */
export async function listMissing(scope: Scope): Promise<readonly MissingRow[]> {
	const { siteIds, time } = placeAndTime(scope);
	return listMissingAt(scope, siteIds, time);
}

/** The sites where this actor works, and the time of day there. */
export function placeAndTime({ actor, now, newId }: Scope): {
	readonly siteIds: WhereWorks;
	readonly time: string;
} {
	if (actor.kind !== 'person') return { siteIds: [], time: '00:00' };
	const { memberships, timeZone = 'UTC' } = actor;
	const named = [...new Set(memberships.flatMap(({ siteId }) => siteId ?? []))];
	// Who works at a site that nobody has named works at every one.
	const isEverywhere =
		memberships.some(({ siteId }) => siteId === null) && worksAtSite(actor, newId<SiteId>());
	return {
		siteIds: isEverywhere ? null : named.filter((siteId) => worksAtSite(actor, siteId)),
		time: timeOfDay(now, timeZone)
	};
}
