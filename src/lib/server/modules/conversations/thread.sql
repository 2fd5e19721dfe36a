-- What thread.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select /* one plan */ t.thread_id as "threadId", t.subject_type as kind, t.subject_id as "subjectId", t.learner_id as "learnerId", l.called as "learnerName", a.called as "lastAuthor", last.words as "lastWords", last.sent_at as "lastAt", news.unseen
	from thread t join person l on l.community_id = $1 and l.person_id = t.learner_id join lateral (select m.author_id, m.words, m.sent_at
	from message m
	where m.community_id = $2 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $3 or m.author_id = t.learner_id or t.learner_id <> all($4::uuid[]))
	order by m.position desc
	limit 1) last on true join person a on a.community_id = $5 and a.person_id = last.author_id join lateral (select count(*)::int as unseen
	from message m
	left join thread_seen s on s.community_id = $6 and s.thread_id = m.thread_id and s.person_id = $7
	where m.community_id = $8 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $9 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $10 or m.author_id = t.learner_id or t.learner_id <> all($11::uuid[]))) news on true
	where t.community_id = $12 and t.learner_id = any($13::uuid[]) and news.unseen > 0
	order by last.sent_at desc, t.thread_id
	limit $14;

select /* one plan */ t.thread_id as "threadId", t.subject_type as kind, t.subject_id as "subjectId", t.learner_id as "learnerId", l.called as "learnerName", a.called as "lastAuthor", last.words as "lastWords", last.sent_at as "lastAt", news.unseen
	from thread t join person l on l.community_id = $1 and l.person_id = t.learner_id join lateral (select m.author_id, m.words, m.sent_at
	from message m
	where m.community_id = $2 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $3 or m.author_id = t.learner_id or t.learner_id <> all($4::uuid[]))
	order by m.position desc
	limit 1) last on true join person a on a.community_id = $5 and a.person_id = last.author_id join lateral (select count(*)::int as unseen
	from message m
	left join thread_seen s on s.community_id = $6 and s.thread_id = m.thread_id and s.person_id = $7
	where m.community_id = $8 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $9 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $10 or m.author_id = t.learner_id or t.learner_id <> all($11::uuid[]))) news on true
	where t.community_id = $12 and t.learner_id = any($13::uuid[])
	order by last.sent_at desc, t.thread_id
	limit $14;

select l.called as "learnerName", t.thread_id as "threadId", coalesce((select json_agg(to_json(m)
	order by m.position)
	from ( select m.message_id as "messageId", m.position, m.author_id as "authorId", a.called as "authorName", (select min(r.kind)
	from relationship r
	where r.community_id = $1 and r.learner_id = $2 and r.adult_id = m.author_id) as "authorKind", m.words, m.locale, m.sent_at as "sentAt", m.author_id = $3 as "isMine", m.author_id <> $4 and m.position > coalesce(s.seen_position, 0) as "isNew"
	from message m join person a on a.community_id = $5 and a.person_id = m.author_id
	where m.community_id = $6 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $7 or m.author_id = t.learner_id or t.learner_id <> all($8::uuid[]))
	order by m.position desc
	limit $9) m), '[]') as messages, (select count(*)::int
	from message m
	where m.community_id = $10 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $11 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $12 or m.author_id = t.learner_id or t.learner_id <> all($13::uuid[]))) as unseen, (select count(*)::int
	from message m
	where m.community_id = $14 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $15 or m.author_id = t.learner_id or t.learner_id <> all($16::uuid[]))) as total, coalesce((select json_agg(to_json(r))
	from (select p.person_id as "personId", p.called, min(r.kind) as kind, bool_and('contact-only' = any(r.limits)) as "isLimited"
	from relationship r join person p on p.community_id = $17 and p.person_id = r.adult_id
	where r.community_id = $18 and r.learner_id = $19 and r.starts_at <= $20 and (r.ends_at is null or r.ends_at > $21) and not 'no-contact' = any(r.limits) and (r.kind = any($22::text[]) or r.adult_id = any($23::uuid[])) and (r.kind <> 'family-of' or (r.adult_id = $24 or r.adult_id = r.learner_id or r.learner_id <> all($25::uuid[])))
	group by p.person_id, p.called
	order by min(r.kind), p.called) r), '[]') as readers, coalesce((select json_agg(to_json(h))
	from ( select l.person_id as "learnerId", l.called, (select count(*)::int
	from thread h join message n on n.community_id = $26 and n.thread_id = h.thread_id
	left join thread_seen w on w.community_id = $27 and w.thread_id = h.thread_id and w.person_id = $28
	where h.community_id = $29 and h.subject_type = 'home' and h.subject_id = l.person_id and n.position > coalesce(w.seen_position, 0) and n.author_id <> $30 and n.removed_at is null and (n.author_id = $31 or n.author_id = l.person_id or l.person_id <> all($32::uuid[]))) as unseen
	from person l
	where l.community_id = $33 and l.person_id = any($34::uuid[]) and l.status = 'active'
	order by l.birth_date, l.given_name, l.person_id) h), '[]') as homes
	from person l
	left join thread t on t.community_id = $35 and t.subject_type = $36 and t.subject_id = $37
	left join thread_seen s on s.community_id = $38 and s.thread_id = t.thread_id and s.person_id = $39
	where l.community_id = $40 and l.person_id = $41;

select l.called as "learnerName", t.thread_id as "threadId", coalesce((select json_agg(to_json(m)
	order by m.position)
	from ( select m.message_id as "messageId", m.position, m.author_id as "authorId", a.called as "authorName", (select min(r.kind)
	from relationship r
	where r.community_id = $1 and r.learner_id = $2 and r.adult_id = m.author_id) as "authorKind", m.words, m.locale, m.sent_at as "sentAt", m.author_id = $3 as "isMine", m.author_id <> $4 and m.position > coalesce(s.seen_position, 0) as "isNew"
	from message m join person a on a.community_id = $5 and a.person_id = m.author_id
	where m.community_id = $6 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $7 or m.author_id = t.learner_id or t.learner_id <> all($8::uuid[]))
	order by m.position desc
	limit $9) m), '[]') as messages, (select count(*)::int
	from message m
	where m.community_id = $10 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $11 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $12 or m.author_id = t.learner_id or t.learner_id <> all($13::uuid[]))) as unseen, (select count(*)::int
	from message m
	where m.community_id = $14 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $15 or m.author_id = t.learner_id or t.learner_id <> all($16::uuid[]))) as total, coalesce((select json_agg(to_json(r))
	from (select p.person_id as "personId", p.called, min(r.kind) as kind, bool_and('contact-only' = any(r.limits)) as "isLimited"
	from relationship r join person p on p.community_id = $17 and p.person_id = r.adult_id
	where r.community_id = $18 and r.learner_id = $19 and r.starts_at <= $20 and (r.ends_at is null or r.ends_at > $21) and not 'no-contact' = any(r.limits) and not 'contact-only' = any(r.limits) and (r.kind = any($22::text[]) or r.adult_id = any($23::uuid[])) and (r.kind <> 'family-of' or (r.adult_id = $24 or r.adult_id = r.learner_id or r.learner_id <> all($25::uuid[])))
	group by p.person_id, p.called
	order by min(r.kind), p.called) r), '[]') as readers, coalesce((select json_agg(to_json(h))
	from ( select l.person_id as "learnerId", l.called, (select count(*)::int
	from thread h join message n on n.community_id = $26 and n.thread_id = h.thread_id
	left join thread_seen w on w.community_id = $27 and w.thread_id = h.thread_id and w.person_id = $28
	where h.community_id = $29 and h.subject_type = 'home' and h.subject_id = l.person_id and n.position > coalesce(w.seen_position, 0) and n.author_id <> $30 and n.removed_at is null and (n.author_id = $31 or n.author_id = l.person_id or l.person_id <> all($32::uuid[]))) as unseen
	from person l
	where l.community_id = $33 and l.person_id = any($34::uuid[]) and l.status = 'active'
	order by l.birth_date, l.given_name, l.person_id) h), '[]') as homes
	from person l
	left join thread t on t.community_id = $35 and t.subject_type = $36 and t.subject_id = $37
	left join thread_seen s on s.community_id = $38 and s.thread_id = t.thread_id and s.person_id = $39
	where l.community_id = $40 and l.person_id = $41;

with marked as ( insert into thread_seen (community_id, thread_id, person_id, seen_position) select $1, t.thread_id, $2, t.last_position
	from thread t
	where t.community_id = $3 and t.subject_type = $4 and t.subject_id = $5
	on conflict (community_id, thread_id, person_id) do update
	set seen_position = excluded.seen_position
	where thread_seen.seen_position < excluded.seen_position) select l.called as "learnerName", t.thread_id as "threadId", coalesce((select json_agg(to_json(m)
	order by m.position)
	from ( select m.message_id as "messageId", m.position, m.author_id as "authorId", a.called as "authorName", (select min(r.kind)
	from relationship r
	where r.community_id = $6 and r.learner_id = $7 and r.adult_id = m.author_id) as "authorKind", m.words, m.locale, m.sent_at as "sentAt", m.author_id = $8 as "isMine", m.author_id <> $9 and m.position > coalesce(s.seen_position, 0) as "isNew"
	from message m join person a on a.community_id = $10 and a.person_id = m.author_id
	where m.community_id = $11 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $12 or m.author_id = t.learner_id or t.learner_id <> all($13::uuid[]))
	order by m.position desc
	limit $14) m), '[]') as messages, (select count(*)::int
	from message m
	where m.community_id = $15 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $16 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $17 or m.author_id = t.learner_id or t.learner_id <> all($18::uuid[]))) as unseen, (select count(*)::int
	from message m
	where m.community_id = $19 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $20 or m.author_id = t.learner_id or t.learner_id <> all($21::uuid[]))) as total, coalesce((select json_agg(to_json(r))
	from (select p.person_id as "personId", p.called, min(r.kind) as kind, bool_and('contact-only' = any(r.limits)) as "isLimited"
	from relationship r join person p on p.community_id = $22 and p.person_id = r.adult_id
	where r.community_id = $23 and r.learner_id = $24 and r.starts_at <= $25 and (r.ends_at is null or r.ends_at > $26) and not 'no-contact' = any(r.limits) and (r.kind = any($27::text[]) or r.adult_id = any($28::uuid[])) and (r.kind <> 'family-of' or (r.adult_id = $29 or r.adult_id = r.learner_id or r.learner_id <> all($30::uuid[])))
	group by p.person_id, p.called
	order by min(r.kind), p.called) r), '[]') as readers, coalesce((select json_agg(to_json(h))
	from ( select l.person_id as "learnerId", l.called, (select count(*)::int
	from thread h join message n on n.community_id = $31 and n.thread_id = h.thread_id
	left join thread_seen w on w.community_id = $32 and w.thread_id = h.thread_id and w.person_id = $33
	where h.community_id = $34 and h.subject_type = 'home' and h.subject_id = l.person_id and n.position > coalesce(w.seen_position, 0) and n.author_id <> $35 and n.removed_at is null and (n.author_id = $36 or n.author_id = l.person_id or l.person_id <> all($37::uuid[]))) as unseen
	from person l
	where l.community_id = $38 and l.person_id = any($39::uuid[]) and l.status = 'active'
	order by l.birth_date, l.given_name, l.person_id) h), '[]') as homes
	from person l
	left join thread t on t.community_id = $40 and t.subject_type = $41 and t.subject_id = $42
	left join thread_seen s on s.community_id = $43 and s.thread_id = t.thread_id and s.person_id = $44
	where l.community_id = $45 and l.person_id = $46;

with marked as ( insert into thread_seen (community_id, thread_id, person_id, seen_position) select $1, t.thread_id, $2, t.last_position
	from thread t
	where t.community_id = $3 and t.subject_type = $4 and t.subject_id = $5
	on conflict (community_id, thread_id, person_id) do update
	set seen_position = excluded.seen_position
	where thread_seen.seen_position < excluded.seen_position) select l.called as "learnerName", t.thread_id as "threadId", coalesce((select json_agg(to_json(m)
	order by m.position)
	from ( select m.message_id as "messageId", m.position, m.author_id as "authorId", a.called as "authorName", (select min(r.kind)
	from relationship r
	where r.community_id = $6 and r.learner_id = $7 and r.adult_id = m.author_id) as "authorKind", m.words, m.locale, m.sent_at as "sentAt", m.author_id = $8 as "isMine", m.author_id <> $9 and m.position > coalesce(s.seen_position, 0) as "isNew"
	from message m join person a on a.community_id = $10 and a.person_id = m.author_id
	where m.community_id = $11 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $12 or m.author_id = t.learner_id or t.learner_id <> all($13::uuid[]))
	order by m.position desc
	limit $14) m), '[]') as messages, (select count(*)::int
	from message m
	where m.community_id = $15 and m.thread_id = t.thread_id and m.removed_at is null and m.author_id <> $16 and m.position > coalesce(s.seen_position, 0) and (m.author_id = $17 or m.author_id = t.learner_id or t.learner_id <> all($18::uuid[]))) as unseen, (select count(*)::int
	from message m
	where m.community_id = $19 and m.thread_id = t.thread_id and m.removed_at is null and (m.author_id = $20 or m.author_id = t.learner_id or t.learner_id <> all($21::uuid[]))) as total, coalesce((select json_agg(to_json(r))
	from (select p.person_id as "personId", p.called, min(r.kind) as kind, bool_and('contact-only' = any(r.limits)) as "isLimited"
	from relationship r join person p on p.community_id = $22 and p.person_id = r.adult_id
	where r.community_id = $23 and r.learner_id = $24 and r.starts_at <= $25 and (r.ends_at is null or r.ends_at > $26) and not 'no-contact' = any(r.limits) and not 'contact-only' = any(r.limits) and (r.kind = any($27::text[]) or r.adult_id = any($28::uuid[])) and (r.kind <> 'family-of' or (r.adult_id = $29 or r.adult_id = r.learner_id or r.learner_id <> all($30::uuid[])))
	group by p.person_id, p.called
	order by min(r.kind), p.called) r), '[]') as readers, coalesce((select json_agg(to_json(h))
	from ( select l.person_id as "learnerId", l.called, (select count(*)::int
	from thread h join message n on n.community_id = $31 and n.thread_id = h.thread_id
	left join thread_seen w on w.community_id = $32 and w.thread_id = h.thread_id and w.person_id = $33
	where h.community_id = $34 and h.subject_type = 'home' and h.subject_id = l.person_id and n.position > coalesce(w.seen_position, 0) and n.author_id <> $35 and n.removed_at is null and (n.author_id = $36 or n.author_id = l.person_id or l.person_id <> all($37::uuid[]))) as unseen
	from person l
	where l.community_id = $38 and l.person_id = any($39::uuid[]) and l.status = 'active'
	order by l.birth_date, l.given_name, l.person_id) h), '[]') as homes
	from person l
	left join thread t on t.community_id = $40 and t.subject_type = $41 and t.subject_id = $42
	left join thread_seen s on s.community_id = $43 and s.thread_id = t.thread_id and s.person_id = $44
	where l.community_id = $45 and l.person_id = $46;
