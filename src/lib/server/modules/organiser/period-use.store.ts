import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { PeriodId } from '../school/index.ts';
import type { OrganiserTables } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** Whether a published session, the roll or an absence stands on this period of the grid. */
export async function isPeriodInUse(scope: Scope, periodId: PeriodId): Promise<boolean> {
	const { communityId } = scope;
	const { rows } = await sql<{ used: boolean }>`select
	exists (select 1 from week_session s where s.community_id = ${communityId} and s.period_id = ${periodId})
	or exists (select 1 from roll_mark r where r.community_id = ${communityId} and r.period_id = ${periodId})
	or exists (select 1 from absence a where a.community_id = ${communityId} and a.period_id = ${periodId})
	as used`.execute(scope.tx);
	return rows[0]?.used ?? false;
}

/** Offers that were held only in this period no longer name it. */
export async function forgetPeriodInOffers(scope: Scope, periodId: PeriodId): Promise<void> {
	await db(scope)
		.updateTable('offer')
		.set({ period_ids: sql<PeriodId[]>`array_remove(period_ids, ${periodId}::uuid)` })
		.where('community_id', '=', scope.communityId)
		.where(sql<boolean>`${periodId}::uuid = any(period_ids)`)
		.execute();
}
