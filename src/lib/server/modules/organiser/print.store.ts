import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { GroupId, PersonId } from '../../platform/ids.ts';
import type { SessionId, WeekId } from './organiser.tables.ts';
import type { WeekHead } from './week-view.store.ts';

/** A learner of a site with their home group and the sessions they have a seat in. */
export interface PrintLearner {
	readonly learnerId: PersonId;
	readonly fullName: string;
	readonly groupId: GroupId | null;
	readonly groupName: string | null;
	readonly sessionIds: readonly SessionId[];
}

/** The learners of a week's site with their seats, by home group and name. One statement. */
export async function listPrintLearners(
	scope: Scope,
	{ weekId, siteId }: Pick<WeekHead, 'weekId' | 'siteId'> & { readonly weekId: WeekId }
): Promise<readonly PrintLearner[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<PrintLearner>`
select p.person_id as "learnerId", p.given_name || ' ' || p.family_name as "fullName", g.group_id as "groupId",
	g.name as "groupName",
	coalesce((select array_agg(t.session_id) from week_seat t where t.community_id = ${communityId}
		and t.learner_id = p.person_id and t.week_id = ${weekId}), '{}') as "sessionIds"
from person p
left join lateral (
	select l.group_id, l.name from group_member x
	join learner_group l on l.community_id = ${communityId} and l.group_id = x.group_id and l.kind = 'home'
	where x.community_id = ${communityId} and x.person_id = p.person_id and x.part = 'learner'
		and x.starts_at <= ${now} and (x.ends_at is null or x.ends_at > ${now})
	order by l.name limit 1
) g on true
where p.community_id = ${communityId} and p.status = 'active' and exists (
	select 1 from membership m where m.community_id = ${communityId} and m.person_id = p.person_id and m.site_id = ${siteId}
		and m.role = 'learner' and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now}))
order by g.name nulls last, "fullName", p.person_id`.execute(scope.tx);
	return rows;
}
