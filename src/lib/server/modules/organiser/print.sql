-- What print.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select p.person_id as "learnerId", p.given_name || ' ' || p.family_name as "fullName", g.group_id as "groupId", g.name as "groupName", coalesce((select array_agg(t.session_id)
	from week_seat t
	where t.community_id = $1 and t.learner_id = p.person_id and t.week_id = $2), '{}') as "sessionIds"
	from person p
	left join lateral ( select l.group_id, l.name
	from group_member x join learner_group l on l.community_id = $3 and l.group_id = x.group_id and l.kind = 'home'
	where x.community_id = $4 and x.person_id = p.person_id and x.part = 'learner' and x.starts_at <= $5 and (x.ends_at is null or x.ends_at > $6)
	order by l.name
	limit 1 ) g on true
	where p.community_id = $7 and p.status = 'active' and exists ( select 1
	from membership m
	where m.community_id = $8 and m.person_id = p.person_id and m.site_id = $9 and m.role = 'learner' and m.starts_at <= $10 and (m.ends_at is null or m.ends_at > $11))
	order by g.name nulls last, "fullName", p.person_id;
