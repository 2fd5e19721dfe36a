-- What wish-page.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select /* one plan */ w.week_id as "weekId", w.starts_on as "startsOn", w.state, w.wishes_until as "wishesUntil", w.most_wishes as "mostWishes", s.time_zone as "timeZone", p.called, p.band as override, p.birth_date as "birthDate", p.grade, coalesce((select json_agg(to_json(c))
	from (select o.offer_id as "offerId", o.kind, o.title, o.about, o.age_from as "ageFrom", o.age_to as "ageTo", o.sections, o.maximum, b.picture, coalesce((select jsonb_agg(a.called
	order by t.is_usual desc, a.called)
	from offer_adult t join person a on a.community_id = $1 and a.person_id = t.person_id
	where t.community_id = $2 and t.offer_id = o.offer_id), '[]') as adults, coalesce((select jsonb_agg(n.outcome_id)
	from offer_outcome n
	where n.community_id = $3 and n.offer_id = o.offer_id and n.part = 'needs'), '[]') as needs
	from offer o
	left join opportunity b on b.community_id = $4 and b.opportunity_id = o.opportunity_id
	where o.community_id = $5 and o.site_id = w.site_id and o.retired_at is null and o.sections > 0 and o.from_day < w.starts_on + 7 and (o.until_day is null or o.until_day >= w.starts_on)
	order by o.offer_id) c), '[]') as choices, (select to_jsonb(l)
	from (select l.state, l.saved_at as "savedAt", l.saved_by as "savedBy", s.called as "savedByName", a.called as "answeredByName", l.words, l.other_words as "otherWords", l.other_asked_at as "otherAskedAt", coalesce((select jsonb_agg(r.offer_id
	order by r.rank)
	from week_wish r
	where r.community_id = $6 and r.week_id = w.week_id and r.learner_id = p.person_id), '[]') as ranked
	from wish_list l
	left join person s on s.community_id = $7 and s.person_id = l.saved_by
	left join person a on a.community_id = $8 and a.person_id = l.answered_by
	where l.community_id = $9 and l.week_id = w.week_id and l.learner_id = p.person_id) l) as list, coalesce((select json_agg(to_json(c))
	from (select q.person_id as "personId", q.called, c.state, c.said_by as "saidBy", g.is_home as "isHome", c.state is not null and exists (select 1
	from company_wish d
	where d.community_id = $10 and d.learner_id = q.person_id and d.other_id = p.person_id and d.state = 'in-force') as "isMutual"
	from (select theirs.person_id, bool_or(g.kind = 'home') as is_home
	from group_member mine join learner_group g on g.community_id = $11 and g.group_id = mine.group_id and g.kind in ('home', 'class') join group_member theirs on theirs.community_id = $12 and theirs.group_id = mine.group_id and theirs.part = 'learner' and theirs.starts_at <= $13 and (theirs.ends_at is null or theirs.ends_at > $14)
	where mine.community_id = $15 and mine.person_id = p.person_id and mine.part = 'learner' and mine.starts_at <= $16 and (mine.ends_at is null or mine.ends_at > $17)
	group by theirs.person_id) g join person q on q.community_id = $18 and q.person_id = g.person_id and q.status = 'active'
	left join company_wish c on c.community_id = $19 and c.learner_id = p.person_id and c.other_id = q.person_id
	where q.person_id <> p.person_id and exists (select 1
	from membership m
	where m.community_id = $20 and m.person_id = q.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null))
	order by q.called, q.person_id
	limit 80) c), '[]') as companions, coalesce((select jsonb_agg(jsonb_build_object('weekId', v.week_id, 'startsOn', v.starts_on)
	order by v.starts_on)
	from site_week v
	where v.community_id = $21 and v.site_id = w.site_id and v.starts_on > $22::date - 7), '[]') as weeks
	from person p join site_week w on w.community_id = $23 and exists (select 1
	from membership m
	where m.community_id = $24 and m.person_id = p.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null) and m.starts_at <= $25 and (m.ends_at is null or m.ends_at > $26)) join site s on s.community_id = $27 and s.site_id = w.site_id
	where p.community_id = $28 and p.person_id = $29 and p.status = 'active' and ($30::uuid is null or w.week_id = $31) and w.starts_on > $32::date - 7
	order by w.state = 'published' or w.wishes_until < $33, w.starts_on
	limit 1;
