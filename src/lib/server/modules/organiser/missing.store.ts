import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { mondayOf, weekdayOf } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import type { PeriodId } from '../school/index.ts';
import type { SessionId, WeekId } from './organiser.tables.ts';
import { minutesUntilMissed } from './roll.ts';

/** Somebody who should be somewhere now, and is not. */
export interface MissingRow {
	readonly learnerId: PersonId;
	readonly called: string;
	readonly siteId: SiteId;
	readonly weekId: WeekId;
	readonly sessionId: SessionId | null;
	readonly title: string | null;
	readonly periodId: PeriodId;
	readonly periodName: string;
	/** Marked not here though seen today, or not marked on a roll that was taken. */
	readonly why: 'not-here' | 'unmarked';
	readonly lastSeen: string | null;
}

/** Some sites, or null: every one. */
export type WhereWorks = readonly SiteId[] | null;

/**
 * Who is missing in the learning period that is on, at these sites: marked not here after being here today, or left out of
 * a roll that was taken some minutes after the start. Whoever is known to be away is not missing. One statement.
 */
export async function listMissingAt(
	scope: Scope,
	siteIds: WhereWorks,
	/** The time of day where the actor is, `HH:MM`. */
	time: string
): Promise<readonly MissingRow[]> {
	if (siteIds?.length === 0) return [];
	const { rows } = await missingAt(scope, siteIds, time).execute(scope.tx);
	return rows;
}

/** The statement itself, for the page that asks for more at once. */
export function missingAt(scope: Scope, siteIds: WhereWorks, time: string) {
	const sites = siteIds && [...siteIds];
	const { communityId, today: day, now } = scope;
	return sql<MissingRow>`
with on_now as (
	select distinct on (p.site_id) p.site_id, p.period_id, p.name, p.starts_at, w.week_id from period p
	join site_week w on w.community_id = ${communityId} and w.site_id = p.site_id and w.starts_on = ${mondayOf(day)}
		and w.state = 'published'
	where p.community_id = ${communityId} and (${sites}::uuid[] is null or p.site_id = any(${sites}::uuid[])) and p.kind = 'learning'
		and p.weekday = ${weekdayOf(day)} and p.starts_at <= ${time}::time
	order by p.site_id, p.starts_at desc
), seated as (
	select n.site_id, t.learner_id, s.session_id, o.title from on_now n
	join week_session s on s.community_id = ${communityId} and s.week_id = n.week_id and s.day = ${day}
		and s.period_id = n.period_id and s.cancelled_at is null
	join offer o on o.community_id = ${communityId} and o.offer_id = s.offer_id
	join week_seat t on t.community_id = ${communityId} and t.session_id = s.session_id
), expected as (
	select * from seated
	union all
	select n.site_id, m.person_id, null, null from on_now n
	join membership m on m.community_id = ${communityId} and m.site_id = n.site_id and m.role = 'learner'
		and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
	where not exists (select 1 from seated x where x.learner_id = m.person_id)
), seen as (
	select h.learner_id, max(q.starts_at) as at from roll_mark h
	join period q on q.community_id = ${communityId} and q.period_id = h.period_id
	join on_now n on n.site_id = q.site_id and q.starts_at < n.starts_at
	where h.community_id = ${communityId} and h.day = ${day} and h.state = 'here'
	group by h.learner_id
)
select e.learner_id as "learnerId", p.called, e.site_id as "siteId", n.week_id as "weekId", e.session_id as "sessionId",
	e.title, n.period_id as "periodId", n.name as "periodName",
	case when k.state = 'not-here' then 'not-here' else 'unmarked' end as why,
	(select q.name from period q where q.community_id = ${communityId} and q.site_id = e.site_id
		and q.weekday = ${weekdayOf(day)} and q.starts_at = z.at) as "lastSeen"
from expected e
join on_now n on n.site_id = e.site_id
join person p on p.community_id = ${communityId} and p.person_id = e.learner_id and p.status = 'active'
left join seen z on z.learner_id = e.learner_id
left join roll_mark k on k.community_id = ${communityId} and k.day = ${day} and k.period_id = n.period_id
	and k.learner_id = e.learner_id
where ((k.state = 'not-here' and z.at is not null)
	or (k.state is null and n.starts_at <= ${time}::time - make_interval(mins => ${minutesUntilMissed})
		and exists (select 1 from roll_mark r where r.community_id = ${communityId} and r.day = ${day}
			and r.period_id = n.period_id and r.session_id is not distinct from e.session_id
			and exists (select 1 from membership m where m.community_id = ${communityId} and m.person_id = r.learner_id
				and m.site_id = e.site_id))))
	and not exists (select 1 from absence a where a.community_id = ${communityId} and a.person_id = e.learner_id
		and a.removed_at is null and a.starts_on <= ${day} and a.ends_on >= ${day}
		and (a.period_id is null or a.period_id = n.period_id))
order by p.called, e.learner_id`;
}
