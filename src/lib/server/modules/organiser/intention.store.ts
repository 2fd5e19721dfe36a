import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { IntentionId, OrganiserTables, WeekId } from './organiser.tables.ts';
import type { PeriodId } from '../school/index.ts';
import { learnsAtSite } from './wish.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();
export type IntentionRow = OrganiserTables['week_intention'];

/** Whether this is a day of that week of the learner's site, and the period one of its grid on that weekday. */
export async function isTimeOfWeek(
	scope: Scope,
	which: {
		readonly learnerId: PersonId;
		readonly weekId: WeekId;
		readonly day: SchoolDay;
		readonly periodId: PeriodId | null;
	}
): Promise<boolean> {
	const { communityId } = scope;
	const { rows } = await sql`
select 1 from site_week w
join person p on p.community_id = ${communityId} and p.person_id = ${which.learnerId}
where w.community_id = ${communityId} and w.week_id = ${which.weekId} and ${learnsAtSite(scope)}
	and ${which.day}::date >= w.starts_on and ${which.day}::date < w.starts_on + 7
	and (${which.periodId}::uuid is null or exists (select 1 from period e where e.community_id = ${communityId}
		and e.site_id = w.site_id and e.period_id = ${which.periodId}
		and e.weekday = extract(isodow from ${which.day}::date)))`.execute(scope.tx);
	return rows.length > 0;
}

/** False when that key is there already (a retried request). */
export async function insertIntention(
	scope: Scope,
	row: Pick<IntentionRow, 'intention_id' | 'learner_id' | 'week_id' | 'day' | 'period_id' | 'words'>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db(scope)
		.insertInto('week_intention')
		.values({
			...row,
			community_id: scope.communityId,
			made_at: scope.now,
			actual: null,
			actual_words: null,
			looked_back_at: null,
			removed_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export const lockIntention = (
	scope: Scope,
	intentionId: IntentionId
): Promise<IntentionRow | undefined> =>
	db(scope)
		.selectFrom('week_intention')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('intention_id', '=', intentionId)
		.forUpdate()
		.executeTakeFirst();

export async function updateIntention(
	scope: Scope,
	intentionId: IntentionId,
	change: Partial<
		Pick<IntentionRow, 'actual' | 'actual_words' | 'looked_back_at' | 'removed_at' | 'words'>
	>
): Promise<void> {
	await db(scope)
		.updateTable('week_intention')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('intention_id', '=', intentionId)
		.execute();
}
