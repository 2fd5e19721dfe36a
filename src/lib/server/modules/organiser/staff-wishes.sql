-- What staff-wishes.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select coalesce((select jsonb_agg(to_jsonb(x))
	from ( select 'objection' as kind, c.learner_id as "learnerId", p.called as "learnerName", c.objected_at as since, null::uuid as "weekId", c.call_id as "callId", c.is_must as "isMust", o.title, c.objection as words, null::jsonb as ranked, null::boolean as "asksForOther", null::date as "startsOn"
	from offer_call c join offer o on o.community_id = $1 and o.offer_id = c.offer_id join person p on p.community_id = $2 and p.person_id = c.learner_id
	where c.community_id = $3 and c.learner_id = any($4::uuid[]) and c.objection is not null and c.answer is null and c.withdrawn_at is null and c.until_day >= $5::date
	union all select 'wishes', l.learner_id, p.called, coalesce(l.other_asked_at, l.saved_at), l.week_id, null, null, null, l.other_words, (select jsonb_agg(o.title
	order by r.rank)
	from week_wish r join offer o on o.community_id = $6 and o.offer_id = r.offer_id
	where r.community_id = $7 and r.week_id = l.week_id and r.learner_id = l.learner_id), l.other_asked_at is not null, w.starts_on
	from wish_list l join site_week w on w.community_id = $8 and w.week_id = l.week_id join person p on p.community_id = $9 and p.person_id = l.learner_id
	where l.community_id = $10 and l.learner_id = any($11::uuid[]) and w.starts_on > $12::date - 7 and (l.other_asked_at is not null or (l.state = 'waiting' and l.saved_by = l.learner_id and exists (select 1
	from week_wish r
	where r.community_id = $13 and r.week_id = l.week_id and r.learner_id = l.learner_id)))
	order by since, "learnerId"
	limit 60) x), '[]') as waiting, coalesce((select jsonb_agg(to_jsonb(y))
	from ( with on_now as ( select distinct on (p.site_id) p.site_id, p.period_id, p.name, p.starts_at, w.week_id
	from period p join site_week w on w.community_id = $14 and w.site_id = p.site_id and w.starts_on = $15 and w.state = 'published'
	where p.community_id = $16 and ($17::uuid[] is null or p.site_id = any($18::uuid[])) and p.kind = 'learning' and p.weekday = $19 and p.starts_at <= $20::time
	order by p.site_id, p.starts_at desc ), seated as ( select n.site_id, t.learner_id, s.session_id, o.title
	from on_now n join week_session s on s.community_id = $21 and s.week_id = n.week_id and s.day = $22 and s.period_id = n.period_id and s.cancelled_at is null join offer o on o.community_id = $23 and o.offer_id = s.offer_id join week_seat t on t.community_id = $24 and t.session_id = s.session_id ), expected as ( select *
	from seated
	union all select n.site_id, m.person_id, null, null
	from on_now n join membership m on m.community_id = $25 and m.site_id = n.site_id and m.role = 'learner' and m.starts_at <= $26 and (m.ends_at is null or m.ends_at > $27)
	where not exists (select 1
	from seated x
	where x.learner_id = m.person_id) ), seen as ( select h.learner_id, max(q.starts_at) as at
	from roll_mark h join period q on q.community_id = $28 and q.period_id = h.period_id join on_now n on n.site_id = q.site_id and q.starts_at < n.starts_at
	where h.community_id = $29 and h.day = $30 and h.state = 'here'
	group by h.learner_id ) select e.learner_id as "learnerId", p.called, e.site_id as "siteId", n.week_id as "weekId", e.session_id as "sessionId", e.title, n.period_id as "periodId", n.name as "periodName", case when k.state = 'not-here' then 'not-here' else 'unmarked' end as why, (select q.name
	from period q
	where q.community_id = $31 and q.site_id = e.site_id and q.weekday = $32 and q.starts_at = z.at) as "lastSeen"
	from expected e join on_now n on n.site_id = e.site_id join person p on p.community_id = $33 and p.person_id = e.learner_id and p.status = 'active'
	left join seen z on z.learner_id = e.learner_id
	left join roll_mark k on k.community_id = $34 and k.day = $35 and k.period_id = n.period_id and k.learner_id = e.learner_id
	where ((k.state = 'not-here' and z.at is not null) or (k.state is null and n.starts_at <= $36::time - make_interval(mins => $37) and exists (select 1
	from roll_mark r
	where r.community_id = $38 and r.day = $39 and r.period_id = n.period_id and r.session_id is not distinct
	from e.session_id and exists (select 1
	from membership m
	where m.community_id = $40 and m.person_id = r.learner_id and m.site_id = e.site_id)))) and not exists (select 1
	from absence a
	where a.community_id = $41 and a.person_id = e.learner_id and a.removed_at is null and a.starts_on <= $42 and a.ends_on >= $43 and (a.period_id is null or a.period_id = n.period_id))
	order by p.called, e.learner_id) y), '[]') as missing;
