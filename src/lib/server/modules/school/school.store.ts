import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { CommunityId, Id, SiteId, Uuid } from '../../platform/ids.ts';

/** Sessions are placed in learning periods alone. */
export const periodKinds = ['learning', 'home-group', 'break'] as const;
export type PeriodKind = (typeof periodKinds)[number];
export type RoomId = Id<'room'>;
export type PeriodId = Id<'period'>;

export type SchoolTables = {
	community: {
		community_id: CommunityId;
		name: string;
		kind: 'school' | 'cluster';
		locale: string;
		is_fictional: boolean;
		source_id: string | null;
		created_at: Date;
	};
	site: {
		community_id: CommunityId;
		site_id: SiteId;
		name: string;
		time_zone: string;
		locale: string;
		source_id: string | null;
		created_at: Date;
	};
	term: {
		community_id: CommunityId;
		term_id: Uuid;
		site_id: SiteId | null;
		name: string;
		kind: 'year' | 'term';
		starts_on: SchoolDay;
		ends_on: SchoolDay;
		source_id: string | null;
	};
	closed_day: { community_id: CommunityId; site_id: SiteId; day: SchoolDay; reason: string };
	period: {
		community_id: CommunityId;
		site_id: SiteId;
		period_id: PeriodId;
		weekday: number;
		position: number;
		name: string;
		starts_at: string;
		ends_at: string;
		kind: PeriodKind;
	};
	room: {
		community_id: CommunityId;
		room_id: RoomId;
		site_id: SiteId;
		name: string;
		seats: number;
		features: readonly string[];
		area: string | null;
		retired_at: Date | null;
	};
	'local.community_directory': {
		community_id: CommunityId;
		name: string;
		is_demo: boolean;
		created_at: Date;
	};
};

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

export interface NewCommunity {
	readonly communityId: CommunityId;
	readonly name: string;
	readonly kind: 'school' | 'cluster';
	readonly locale: string;
	readonly isFictional: boolean;
}

export async function insertCommunity(scope: Scope, community: NewCommunity): Promise<void> {
	await db(scope)
		.insertInto('community')
		.values({
			community_id: community.communityId,
			name: community.name,
			kind: community.kind,
			locale: community.locale,
			is_fictional: community.isFictional,
			source_id: null,
			created_at: scope.now
		})
		.execute();
	await db(scope)
		.insertInto('local.community_directory')
		.values({
			community_id: community.communityId,
			name: community.name,
			is_demo: community.isFictional,
			created_at: scope.now
		})
		.execute();
}

export interface NewSite {
	readonly siteId: SiteId;
	readonly name: string;
	readonly timeZone: string;
	readonly locale: string;
	readonly sourceId: string | null;
}

export async function insertSites(scope: Scope, sites: readonly NewSite[]): Promise<void> {
	if (sites.length === 0) return;
	await db(scope)
		.insertInto('site')
		.values(
			sites.map((site) => ({
				community_id: scope.communityId,
				site_id: site.siteId,
				name: site.name,
				time_zone: site.timeZone,
				locale: site.locale,
				source_id: site.sourceId,
				created_at: scope.now
			}))
		)
		.execute();
}

export interface NewTerm {
	readonly termId: Uuid;
	readonly siteId: SiteId | null;
	readonly name: string;
	readonly kind: 'year' | 'term';
	readonly startsOn: SchoolDay;
	readonly endsOn: SchoolDay;
	readonly sourceId: string | null;
}

export async function insertTerms(scope: Scope, terms: readonly NewTerm[]): Promise<void> {
	if (terms.length === 0) return;
	await db(scope)
		.insertInto('term')
		.values(
			terms.map((term) => ({
				community_id: scope.communityId,
				term_id: term.termId,
				site_id: term.siteId,
				name: term.name,
				kind: term.kind,
				starts_on: term.startsOn,
				ends_on: term.endsOn,
				source_id: term.sourceId
			}))
		)
		.execute();
}

export interface NewPeriod {
	readonly siteId: SiteId;
	readonly weekday: number;
	readonly position: number;
	readonly name: string;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly kind: PeriodKind;
}

export async function insertPeriods(scope: Scope, periods: readonly NewPeriod[]): Promise<void> {
	if (periods.length === 0) return;
	await db(scope)
		.insertInto('period')
		.values(
			periods.map((period) => ({
				community_id: scope.communityId,
				site_id: period.siteId,
				period_id: scope.newId<PeriodId>(),
				weekday: period.weekday,
				position: period.position,
				name: period.name,
				starts_at: period.startsAt,
				ends_at: period.endsAt,
				kind: period.kind
			}))
		)
		.execute();
}

export interface NewClosedDay {
	readonly siteId: SiteId;
	readonly day: SchoolDay;
	readonly reason: string;
}

export async function insertClosedDays(
	scope: Scope,
	closedDays: readonly NewClosedDay[]
): Promise<void> {
	if (closedDays.length === 0) return;
	await db(scope)
		.insertInto('closed_day')
		.values(
			closedDays.map(({ siteId, day, reason }) => ({
				community_id: scope.communityId,
				site_id: siteId,
				day,
				reason
			}))
		)
		.execute();
}

export interface SiteView {
	readonly siteId: SiteId;
	readonly name: string;
	readonly timeZone: string;
	readonly sourceId: string | null;
}

export async function listSites(scope: Scope): Promise<readonly SiteView[]> {
	return db(scope)
		.selectFrom('site')
		.select(['site_id as siteId', 'name', 'time_zone as timeZone', 'source_id as sourceId'])
		.where('community_id', '=', scope.communityId)
		.orderBy('name')
		.orderBy('site_id')
		.execute();
}

export interface CommunityView {
	readonly name: string;
	readonly kind: 'school' | 'cluster';
	readonly isFictional: boolean;
}

export async function getCommunity(scope: Scope): Promise<CommunityView | undefined> {
	return db(scope)
		.selectFrom('community')
		.select(['name', 'kind', 'is_fictional as isFictional'])
		.where('community_id', '=', scope.communityId)
		.executeTakeFirst();
}
