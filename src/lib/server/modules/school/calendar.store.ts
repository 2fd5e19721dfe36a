import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { SiteId, Uuid } from '../../platform/ids.ts';
import type { SchoolTables } from './school.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

/** A term of a site or of all of them, or a year. */
export interface TermView {
	readonly termId: Uuid;
	/** Null where it holds for every site. */
	readonly siteId: SiteId | null;
	readonly name: string;
	readonly kind: 'year' | 'term';
	readonly startsOn: SchoolDay;
	readonly endsOn: SchoolDay;
}

const termColumns = [
	'term_id as termId',
	'site_id as siteId',
	'name',
	'kind',
	'starts_on as startsOn',
	'ends_on as endsOn'
] as const;

/** Terms and years that have not ended before `day`, the nearest first; twenty at most. */
export async function listTermsFrom(scope: Scope, day: SchoolDay): Promise<readonly TermView[]> {
	return db(scope)
		.selectFrom('term')
		.select(termColumns)
		.where('community_id', '=', scope.communityId)
		.where('ends_on', '>=', day)
		.orderBy('starts_on')
		.orderBy('term_id')
		.limit(20)
		.execute();
}

/** Terms and years of a site, those of all sites included, that have not ended before `from`; the nearest first. */
export async function listSiteTerms(
	scope: Scope,
	siteId: SiteId,
	from: SchoolDay
): Promise<readonly TermView[]> {
	return db(scope)
		.selectFrom('term')
		.select(termColumns)
		.where('community_id', '=', scope.communityId)
		.where((eb) => eb.or([eb('site_id', '=', siteId), eb('site_id', 'is', null)]))
		.where('ends_on', '>=', from)
		.orderBy('starts_on')
		.orderBy('term_id')
		.execute();
}

/** The term under this id, locked until the command ends. */
export async function lockTerm(scope: Scope, termId: Uuid): Promise<TermView | undefined> {
	return db(scope)
		.selectFrom('term')
		.select(termColumns)
		.where('community_id', '=', scope.communityId)
		.where('term_id', '=', termId)
		.forUpdate()
		.executeTakeFirst();
}

export async function updateTerm(
	scope: Scope,
	{ termId, name, startsOn, endsOn }: Omit<TermView, 'kind' | 'siteId'>
): Promise<void> {
	await db(scope)
		.updateTable('term')
		.set({ name, starts_on: startsOn, ends_on: endsOn })
		.where('community_id', '=', scope.communityId)
		.where('term_id', '=', termId)
		.execute();
}

export async function deleteTerm(scope: Scope, termId: Uuid): Promise<void> {
	await db(scope)
		.deleteFrom('term')
		.where('community_id', '=', scope.communityId)
		.where('term_id', '=', termId)
		.execute();
}

/** Closes days; those that are closed already get the newer reason. */
export async function putClosedDays(
	scope: Scope,
	siteId: SiteId,
	days: readonly SchoolDay[],
	reason: string
): Promise<void> {
	await db(scope)
		.insertInto('closed_day')
		.values(days.map((day) => ({ community_id: scope.communityId, site_id: siteId, day, reason })))
		.onConflict((conflict) =>
			conflict
				.columns(['community_id', 'site_id', 'day'])
				.doUpdateSet((eb) => ({ reason: eb.ref('excluded.reason') }))
		)
		.execute();
}

export async function deleteClosedDays(
	scope: Scope,
	siteId: SiteId,
	{ from, until }: { readonly from: SchoolDay; readonly until: SchoolDay }
): Promise<void> {
	await db(scope)
		.deleteFrom('closed_day')
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('day', '>=', from)
		.where('day', '<=', until)
		.execute();
}

/** Whether a site of this community has this id; locked, so that what belongs to it comes and goes in turn. */
export async function lockSite(scope: Scope, siteId: SiteId): Promise<boolean> {
	const found = await db(scope)
		.selectFrom('site')
		.select('site_id')
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.forUpdate()
		.executeTakeFirst();
	return found !== undefined;
}

/** A site, and what of a week it has. */
export interface SiteSetUp {
	readonly siteId: SiteId;
	readonly name: string;
	readonly timeZone: string;
	readonly periods: number;
	readonly rooms: number;
}

/** The sites by name, with how many learning periods and rooms in use each has. One statement. */
export async function listSitesSetUp(scope: Scope): Promise<readonly SiteSetUp[]> {
	const { communityId } = scope;
	const { rows } = await sql<SiteSetUp>`
select s.site_id as "siteId", s.name, s.time_zone as "timeZone",
	(select count(*)::int from period p where p.community_id = ${communityId} and p.site_id = s.site_id
		and p.kind = 'learning') as periods,
	(select count(*)::int from room r where r.community_id = ${communityId} and r.site_id = s.site_id
		and r.retired_at is null) as rooms
from site s where s.community_id = ${communityId} order by s.name, s.site_id`.execute(scope.tx);
	return rows;
}
