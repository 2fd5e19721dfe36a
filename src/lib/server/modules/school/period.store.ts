import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SiteId } from '../../platform/ids.ts';
import { positionOf } from './periods.ts';
import type { PeriodId, PeriodKind, SchoolTables } from './school.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<SchoolTables>();

export interface StoredPeriod {
	readonly periodId: PeriodId;
	readonly siteId: SiteId;
	readonly weekday: number;
	readonly name: string;
	readonly startsAt: string;
	readonly endsAt: string;
	readonly kind: PeriodKind;
}

const columns = [
	'period_id as periodId',
	'site_id as siteId',
	'weekday',
	'name',
	'starts_at as startsAt',
	'ends_at as endsAt',
	'kind'
] as const;

export async function findPeriod(
	scope: Scope,
	periodId: PeriodId
): Promise<StoredPeriod | undefined> {
	return db(scope)
		.selectFrom('period')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('period_id', '=', periodId)
		.executeTakeFirst();
}

/** The periods of these weekdays; the caller holds the site's lock. */
export async function listPeriodsOfDays(
	scope: Scope,
	siteId: SiteId,
	weekdays: readonly number[]
): Promise<readonly StoredPeriod[]> {
	return db(scope)
		.selectFrom('period')
		.select(columns)
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('weekday', '=', sql<number>`any(${[...weekdays]}::smallint[])`)
		.orderBy('weekday')
		.orderBy('starts_at')
		.execute();
}

export async function putPeriods(scope: Scope, periods: readonly StoredPeriod[]): Promise<void> {
	if (periods.length === 0) return;
	await db(scope)
		.insertInto('period')
		.values(
			periods.map((period) => ({
				community_id: scope.communityId,
				site_id: period.siteId,
				period_id: period.periodId,
				weekday: period.weekday,
				position: positionOf(period),
				name: period.name,
				starts_at: period.startsAt,
				ends_at: period.endsAt,
				kind: period.kind
			}))
		)
		.execute();
}

export async function updatePeriod(scope: Scope, period: StoredPeriod): Promise<void> {
	await db(scope)
		.updateTable('period')
		.set({
			position: positionOf(period),
			name: period.name,
			starts_at: period.startsAt,
			ends_at: period.endsAt,
			kind: period.kind
		})
		.where('community_id', '=', scope.communityId)
		.where('period_id', '=', period.periodId)
		.execute();
}

/**
 * Lets the order of a weekday follow its times. A roster or a seed may have counted 1, 2, 3; from the first change on it is
 * the minute of the day, so that nothing has to be moved when a period comes between.
 */
export async function orderByTime(scope: Scope, siteId: SiteId, weekday: number): Promise<void> {
	await db(scope)
		.updateTable('period')
		.set({
			position: sql<number>`(extract(hour from starts_at) * 60 + extract(minute from starts_at))::smallint`
		})
		.where('community_id', '=', scope.communityId)
		.where('site_id', '=', siteId)
		.where('weekday', '=', weekday)
		.execute();
}

export async function deletePeriods(scope: Scope, periodIds: readonly PeriodId[]): Promise<void> {
	await db(scope)
		.deleteFrom('period')
		.where('community_id', '=', scope.communityId)
		.where('period_id', '=', sql<PeriodId>`any(${[...periodIds]}::uuid[])`)
		.execute();
}
