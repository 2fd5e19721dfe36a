-- What news.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select coalesce((select jsonb_agg(to_jsonb(h))
	from ( select h.signal_id as "signalId", h.kind, h.words, h.made_at as "madeAt", p.called as "answeredBy", h.answer, h.answered_at as "answeredAt"
	from help_signal h
	left join person p on p.community_id = $1 and p.person_id = h.answered_by
	where h.community_id = $2 and h.learner_id = $3 and h.taken_back_at is null and (h.answered_at is null or h.answered_at > $4)
	order by h.answered_at desc nulls first, h.made_at desc
	limit 2) h), '[]') as help, coalesce((select jsonb_agg(to_jsonb(n))
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
	limit 5) n), '[]') as threads;
