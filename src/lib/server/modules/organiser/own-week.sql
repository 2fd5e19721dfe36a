-- What own-week.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select s.site_id as "siteId", s.time_zone as "timeZone", p.called, case when w.week_id is not null then jsonb_build_object('weekId', w.week_id, 'state', w.state, 'wishesUntil', w.wishes_until) end as week, coalesce((select json_agg(to_json(j))
	from (select e.period_id as "periodId", e.weekday, e.position, e.name, e.starts_at as "startsAt", e.ends_at as "endsAt", e.kind
	from period e
	where e.community_id = $1 and e.site_id = s.site_id
	order by e.weekday, e.position) j), '[]') as periods, coalesce((select json_agg(to_json(j))
	from (select t.term_id as "termId", t.name, t.kind, t.starts_on as "startsOn", t.ends_on as "endsOn", t.site_id as "siteId"
	from term t
	where t.community_id = $2 and t.ends_on >= $3::date - $4::int and t.starts_on <= $5::date + 6) j), '[]') as terms, coalesce((select json_agg(to_json(j))
	from (select d.day, d.reason
	from closed_day d
	where d.community_id = $6 and d.site_id = s.site_id and d.day >= $7::date and d.day < $8::date + 7
	order by d.day) j), '[]') as closed, coalesce((select json_agg(to_json(j))
	from (select x.session_id as "sessionId", x.offer_id as "offerId", x.day, x.period_id as "periodId", o.title, o.kind, b.picture, r.name as room, a.called as adult, t.why, t.rank
	from week_seat t join week_session x on x.community_id = $9 and x.session_id = t.session_id and x.cancelled_at is null join offer o on o.community_id = $10 and o.offer_id = x.offer_id
	left join opportunity b on b.community_id = $11 and b.opportunity_id = o.opportunity_id
	left join room r on r.community_id = $12 and r.room_id = x.room_id
	left join person a on a.community_id = $13 and a.person_id = x.adult_id
	where t.community_id = $14 and t.learner_id = p.person_id and t.week_id = w.week_id) j), '[]') as seats, coalesce((select json_agg(to_json(j))
	from (select c.call_id as "callId", c.offer_id as "offerId", o.title, c.is_must as "isMust", c.reason, a.called as by, c.objection, c.answer, d.called as "answeredBy"
	from offer_call c join offer o on o.community_id = $15 and o.offer_id = c.offer_id
	left join person a on a.community_id = $16 and a.person_id = c.made_by
	left join person d on d.community_id = $17 and d.person_id = c.answered_by
	where c.community_id = $18 and c.learner_id = p.person_id and (c.withdrawn_at is null or c.answer is not null) and c.from_day < $19::date + 7 and c.until_day >= $20::date and (c.met_week_id is null or c.met_week_id = w.week_id)
	order by c.is_must desc, c.made_at) j), '[]') as calls, coalesce((select json_agg(to_json(j))
	from (select u.offer_id as "offerId", o.title, u.rank, u.cause, u.price
	from unmet_wish u join offer o on o.community_id = $21 and o.offer_id = u.offer_id
	where u.community_id = $22 and u.learner_id = p.person_id and u.week_id = w.week_id
	order by u.rank) j), '[]') as unmet, coalesce((select json_agg(to_json(j))
	from (select i.intention_id as "intentionId", i.day, i.period_id as "periodId", i.words, i.actual, i.actual_words as "actualWords"
	from week_intention i
	where i.community_id = $23 and i.learner_id = p.person_id and i.week_id = w.week_id and i.removed_at is null
	order by i.day, i.intention_id) j), '[]') as intentions, coalesce((select jsonb_agg(jsonb_build_object('startsOn', v.starts_on, 'takesWishes', v.state = 'open' and v.wishes_until >= $24)
	order by v.starts_on)
	from site_week v
	where v.community_id = $25 and v.site_id = s.site_id and v.starts_on between $26::date - 28 and $27::date + 28), '[]') as weeks
	from person p join membership m on m.community_id = $28 and m.person_id = p.person_id and m.role = 'learner' and m.starts_at <= $29 and (m.ends_at is null or m.ends_at > $30) join site s on s.community_id = $31 and s.site_id = m.site_id
	left join site_week w on w.community_id = $32 and w.site_id = s.site_id and w.starts_on = $33::date
	where p.community_id = $34 and p.person_id = $35 and p.status = 'active'
	order by s.site_id
	limit 1;
