-- What calendar.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

with own as ( select m.site_id
	from membership m
	where m.community_id = $1 and m.person_id = $2 and m.role = 'learner' and m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $4)
	order by m.starts_at desc
	limit 1) select coalesce((select s.time_zone
	from site s
	where s.community_id = $5 and s.site_id = (select site_id
	from own)), 'UTC') as "timeZone", coalesce((select array_agg(distinct p.weekday)
	from period p
	where p.community_id = $6 and p.site_id = (select site_id
	from own)), '{}') as weekdays, coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
	from term t
	where t.community_id = $7 and t.ends_on >= $8 and (t.site_id is null or t.site_id = (select site_id
	from own))), '[]') as terms, coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'reason', c.reason))
	from closed_day c
	where c.community_id = $9 and c.site_id = (select site_id
	from own) and c.day between $10 and $11), '[]') as closed;
