-- What learner-today.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select coalesce((select json_agg(to_json(x))
	from ( select coalesce((select json_agg(to_json(h))
	from ( select h.signal_id as "signalId", h.kind, h.words, h.made_at as "madeAt", p.called as "answeredBy", h.answer, h.answered_at as "answeredAt"
	from help_signal h
	left join person p on p.community_id = $1 and p.person_id = h.answered_by
	where h.community_id = $2 and h.learner_id = $3 and h.taken_back_at is null and (h.answered_at is null or h.answered_at > $4)
	order by h.answered_at desc nulls first, h.made_at desc
	limit 2) h), '[]') as help, coalesce((select json_agg(to_json(n))
	from ( select t.subject_type as kind, t.subject_id as "subjectId", a.called as
	from, m.words, m.locale, (select count(*)::int
	from message c
	where c.community_id = $5 and c.thread_id = t.thread_id and c.removed_at is null and c.author_id <> $6 and c.position > coalesce(s.seen_position, 0)) as unseen
	from thread t
	left join thread_seen s on s.community_id = $7 and s.thread_id = t.thread_id and s.person_id = $8 join lateral (select x.author_id, x.words, x.locale, x.sent_at
	from message x
	where x.community_id = $9 and x.thread_id = t.thread_id and x.removed_at is null and x.author_id <> $10 and x.position > coalesce(s.seen_position, 0)
	order by x.position desc
	limit 1) m on true join person a on a.community_id = $11 and a.person_id = m.author_id
	where t.community_id = $12 and t.learner_id = $13
	order by m.sent_at desc
	limit 5) n), '[]') as threads) x), '[]') as "news", coalesce((select json_agg(to_json(x))
	from ( select d.feedback_id as "feedbackId", a.artefact_id as "artefactId", a.title, w.called as "authorName", d.request_id is not null as "isAsked", d.works_well as "worksWell", d.question, d.next_step as "nextStep", d.made_at as "madeAt"
	from feedback d join artefact a on a.community_id = $14 and a.artefact_id = d.artefact_id join person w on w.community_id = $15 and w.person_id = d.author_id
	where d.community_id = $16 and d.learner_id = $17 and d.response is null and a.removed_at is null
	order by d.feedback_id desc
	limit $18) x), '[]') as "feedback", coalesce((select json_agg(to_json(x))
	from ( select s.site_id as "siteId", s.time_zone as "timeZone", w.starts_on as "startsOn", coalesce((select json_agg(to_json(j))
	from (select e.period_id as "periodId", e.weekday, e.position, e.name, e.starts_at as "startsAt", e.ends_at as "endsAt", e.kind
	from period e
	where e.community_id = $19 and e.site_id = s.site_id
	order by e.weekday, e.position) j), '[]') as periods, coalesce((select json_agg(to_json(j))
	from (select t.term_id as "termId", t.name, t.kind, t.starts_on as "startsOn", t.ends_on as "endsOn", t.site_id as "siteId"
	from term t
	where t.community_id = $20 and t.ends_on >= w.starts_on - $21::int and t.starts_on <= w.starts_on + 6) j), '[]') as terms, coalesce((select json_agg(to_json(j))
	from (select d.day, d.reason
	from closed_day d
	where d.community_id = $22 and d.site_id = s.site_id and d.day >= w.starts_on and d.day < w.starts_on + 7
	order by d.day) j), '[]') as closed, coalesce((select json_agg(to_json(j))
	from (select x.session_id as "sessionId", x.offer_id as "offerId", x.day, x.period_id as "periodId", o.title, o.kind, b.picture, r.name as room, a.called as adult, t.why, t.rank
	from week_seat t join week_session x on x.community_id = $23 and x.session_id = t.session_id and x.cancelled_at is null join offer o on o.community_id = $24 and o.offer_id = x.offer_id
	left join opportunity b on b.community_id = $25 and b.opportunity_id = o.opportunity_id
	left join room r on r.community_id = $26 and r.room_id = x.room_id
	left join person a on a.community_id = $27 and a.person_id = x.adult_id
	where t.community_id = $28 and t.learner_id = p.person_id and t.week_id = w.week_id) j), '[]') as seats
	from person p join membership m on m.community_id = $29 and m.person_id = p.person_id and m.role = 'learner' and m.starts_at <= $30 and (m.ends_at is null or m.ends_at > $31) join site s on s.community_id = $32 and s.site_id = m.site_id join site_week w on w.community_id = $33 and w.site_id = s.site_id and w.state = 'published' and w.starts_on in ($34::date, $35::date + 7)
	where p.community_id = $36 and p.person_id = $37 and p.status = 'active'
	order by w.starts_on, s.site_id
	limit 2) x), '[]') as "ahead";
