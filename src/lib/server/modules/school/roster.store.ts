import type { Scope } from '../../platform/access/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import type { SchoolTables } from './school.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

/** What of a roster's schools and terms is here already, by the other system's ids. */
export interface SchoolSources {
	readonly sites: ReadonlyMap<string, SiteId>;
	readonly terms: ReadonlySet<string>;
	/** The zone of the first site; null while there is none. */
	readonly timeZone: string | null;
}

export async function readSchoolSources(scope: Scope): Promise<SchoolSources> {
	const sites = await db(scope)
		.selectFrom('site')
		.select(['site_id', 'source_id', 'time_zone'])
		.where('community_id', '=', scope.communityId)
		.orderBy('site_id')
		.execute();
	const terms = await db(scope)
		.selectFrom('term')
		.select('source_id')
		.where('community_id', '=', scope.communityId)
		.execute();
	return {
		sites: new Map(
			sites.flatMap((row) => (row.source_id === null ? [] : [[row.source_id, row.site_id]]))
		),
		terms: new Set(terms.flatMap((row) => row.source_id ?? [])),
		timeZone: sites[0]?.time_zone ?? null
	};
}

/** Notes which organisation of the other system the community is, the first time it is known. */
export async function noteCommunitySource(scope: Scope, sourceId: string): Promise<void> {
	await db(scope)
		.updateTable('community')
		.set({ source_id: sourceId })
		.where('community_id', '=', scope.communityId)
		.where('source_id', 'is', null)
		.execute();
}
