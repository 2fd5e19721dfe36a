import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { addDays, schoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { daysOfTermsKept } from '../school/index.ts';
import type { SchoolCalendar } from './days-off.ts';

/** The calendar of the site a learner belongs to, for some days around now: one row, alone or inside another statement. */
export function calendarQuery(
	{ communityId, now }: Scope,
	learnerId: PersonId,
	days: number
): RawBuilder<SchoolCalendar> {
	const from = addDays(schoolDay(now, 'UTC'), -1);
	const until = addDays(from, days + 2);
	return sql<SchoolCalendar>`
with own as (
	select m.site_id from membership m
	where m.community_id = ${communityId} and m.person_id = ${learnerId} and m.role = 'learner'
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
	order by m.starts_at desc limit 1)
select
	coalesce((select s.time_zone from site s
		where s.community_id = ${communityId} and s.site_id = (select site_id from own)), 'UTC') as "timeZone",
	coalesce((select array_agg(distinct p.weekday) from period p
		where p.community_id = ${communityId} and p.site_id = (select site_id from own)), '{}') as weekdays,
	coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on)) from term t
		where t.community_id = ${communityId} and t.ends_on >= ${addDays(from, -daysOfTermsKept)}
		and (t.site_id is null or t.site_id = (select site_id from own))), '[]') as terms,
	coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'reason', c.reason)) from closed_day c where c.community_id = ${communityId}
		and c.site_id = (select site_id from own) and c.day between ${from} and ${until}), '[]') as closed`;
}

/** The same, read. One statement. */
export async function findCalendar(
	scope: Scope,
	learnerId: PersonId,
	days: number
): Promise<SchoolCalendar> {
	const { rows } = await calendarQuery(scope, learnerId, days).execute(scope.tx);
	return rows[0] ?? { timeZone: 'UTC', weekdays: [], terms: [], closed: [] };
}
