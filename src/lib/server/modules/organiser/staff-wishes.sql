-- What staff-wishes.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select c.call_id as "callId", c.learner_id as "learnerId", p.called, c.offer_id as "offerId", o.title, c.is_must as "isMust", c.severity, c.reason, c.until_day as "untilDay", a.called as by, c.met_week_id is not null as "isMet", c.withdrawn_at is not null as "isWithdrawn", c.objection, c.objected_at as "objectedAt", c.answer
	from site_week w join offer_call c on c.community_id = $1 and c.learner_id = any($2::uuid[]) and c.from_day < w.starts_on + 7 and c.until_day >= w.starts_on join offer o on o.community_id = $3 and o.offer_id = c.offer_id and o.site_id = w.site_id join person p on p.community_id = $4 and p.person_id = c.learner_id
	left join person a on a.community_id = $5 and a.person_id = c.made_by
	where w.community_id = $6 and w.week_id = $7 and (c.withdrawn_at is null or c.withdrawn_at > $8)
	order by c.objection is null or c.answer is not null, c.withdrawn_at is not null, o.title, p.called, c.call_id
	limit 300;

select coalesce((select json_agg(to_json(x))
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
	limit 60) x), '[]') as "waiting", coalesce((select json_agg(to_json(x))
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
	order by p.called, e.learner_id) x), '[]') as "missing", coalesce((select json_agg(to_json(x))
	from ( select s.session_id as "sessionId", o.title, r.name as room, s.period_id as "periodId", p.name as "periodName", p.starts_at as "startsAt", p.ends_at as "endsAt", k.*
	from week_session s join offer o on o.community_id = $44 and o.offer_id = s.offer_id join period p on p.community_id = $45 and p.period_id = s.period_id
	left join room r on r.community_id = $46 and r.room_id = s.room_id
	cross join lateral ( select count(*)::int as expected, count(*) filter (where h.state = 'here' and h.session_id = s.session_id)::int as here, count(*) filter (where h.state = 'not-here')::int as "notHere", count(*) filter (where h.state = 'elsewhere' or (h.state = 'here' and h.session_id is distinct
	from s.session_id))::int as elsewhere
	from week_seat t
	left join roll_mark h on h.community_id = $47 and h.day = $48 and h.period_id = s.period_id and h.learner_id = t.learner_id
	where t.community_id = $49 and t.session_id = s.session_id ) k
	where s.community_id = $50 and s.adult_id = $51 and s.day = $52 and s.cancelled_at is null
	order by p.starts_at, o.title) x), '[]') as "sessions";

select coalesce((select json_agg(to_json(x))
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
	limit 60) x), '[]') as "waiting", coalesce((select json_agg(to_json(x))
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
	order by p.called, e.learner_id) x), '[]') as "missing", coalesce((select json_agg(to_json(x))
	from ( select s.session_id as "sessionId", o.title, r.name as room, s.period_id as "periodId", p.name as "periodName", p.starts_at as "startsAt", p.ends_at as "endsAt", k.*, case when o.maximum = 1 then (select a.called
	from week_seat t join person a on a.community_id = $44 and a.person_id = t.learner_id
	where t.community_id = $45 and t.session_id = s.session_id
	limit 1) end as learner
	from week_session s join offer o on o.community_id = $46 and o.offer_id = s.offer_id join period p on p.community_id = $47 and p.period_id = s.period_id
	left join room r on r.community_id = $48 and r.room_id = s.room_id
	cross join lateral ( select count(*)::int as expected, count(*) filter (where h.state = 'here' and h.session_id = s.session_id)::int as here, count(*) filter (where h.state = 'not-here')::int as "notHere", count(*) filter (where h.state = 'elsewhere' or (h.state = 'here' and h.session_id is distinct
	from s.session_id))::int as elsewhere
	from week_seat t
	left join roll_mark h on h.community_id = $49 and h.day = $50 and h.period_id = s.period_id and h.learner_id = t.learner_id
	where t.community_id = $51 and t.session_id = s.session_id ) k
	where s.community_id = $52 and s.adult_id = $53 and s.day = $54 and s.cancelled_at is null
	order by p.starts_at, o.title) x), '[]') as "sessions";

select k.pair_id as "pairId", a.called as one, b.called as other, k.reason
	from apart_pair k join person a on a.community_id = $1 and a.person_id = k.learner_id join person b on b.community_id = $2 and b.person_id = k.other_id
	where k.community_id = $3 and k.ended_at is null and (k.learner_id = any($4::uuid[]) or k.other_id = any($5::uuid[]))
	order by a.called, b.called;

select o.offer_id as "offerId", o.title, o.age_from as "ageFrom", o.age_to as "ageTo"
	from site_week w join offer o on o.community_id = $1 and o.site_id = w.site_id and o.retired_at is null and o.sections > 0 and o.from_day < w.starts_on + 7 and (o.until_day is null or o.until_day >= w.starts_on)
	where w.community_id = $2 and w.week_id = $3
	order by o.title, o.offer_id;

select p.person_id as "learnerId", p.called, p.band as override, p.birth_date as "birthDate", p.grade, l.state, to_jsonb(l.saved_at) #>> '{}' as "savedAt", l.saved_by as "savedBy", s.called as "savedByName", l.words, l.other_words as "otherWords", to_jsonb(l.other_asked_at) #>> '{}' as "otherAskedAt", coalesce((select jsonb_agg(jsonb_build_object('offerId', r.offer_id, 'title', o.title)
	order by r.rank)
	from week_wish r join offer o on o.community_id = $1 and o.offer_id = r.offer_id
	where r.community_id = $2 and r.week_id = w.week_id and r.learner_id = p.person_id), '[]') as ranked, coalesce((select jsonb_agg(jsonb_build_object('otherId', c.other_id, 'other', q.called, 'state', c.state, 'isByLearner', c.said_by = c.learner_id)
	order by q.called)
	from company_wish c join person q on q.community_id = $3 and q.person_id = c.other_id
	where c.community_id = $4 and c.learner_id = p.person_id), '[]') as company
	from site_week w join person p on p.community_id = $5 and p.person_id = any($6::uuid[]) and p.status = 'active' and exists (select 1
	from membership m
	where m.community_id = $7 and m.person_id = p.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null) and m.starts_at <= $8 and (m.ends_at is null or m.ends_at > $9))
	left join wish_list l on l.community_id = $10 and l.week_id = w.week_id and l.learner_id = p.person_id
	left join person s on s.community_id = $11 and s.person_id = l.saved_by
	where w.community_id = $12 and w.week_id = $13
	order by p.called, p.person_id;
