-- What feed.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "calendar_feed"
	where "community_id" = $1 and "revoked_at" < $2;

insert into "calendar_feed" ("community_id", "feed_id", "person_id", "token_digest", "made_at", "revoked_at")
	values ($1, $2, $3, $4, $5, $6);

select p.person_id as "personId", p.called
	from calendar_feed f join person p on p.community_id = $1 and p.person_id = f.person_id and p.status = 'active'
	where f.community_id = $2 and f.token_digest = $3 and f.revoked_at is null and exists (select 1
	from membership m
	where m.community_id = $4 and m.person_id = p.person_id and m.starts_at <= $5 and (m.ends_at is null or m.ends_at > $6));

update "calendar_feed"
	set "revoked_at" = $1
	where "community_id" = $2 and "person_id" = $3 and "revoked_at" is null
	returning "feed_id";

with mine as ( select s.session_id, null::text as child, null::uuid as child_id
	from week_session s
	where s.community_id = $1 and s.adult_id = $2 and s.day between $3 and $4
	union select t.session_id, null::text, null::uuid
	from week_seat t
	where t.community_id = $5 and t.learner_id = $6
	union select t.session_id, c.called, c.person_id
	from relationship r join person c on c.community_id = $7 and c.person_id = r.learner_id and c.status = 'active' join week_seat t on t.community_id = $8 and t.learner_id = r.learner_id
	where r.community_id = $9 and r.adult_id = $10 and r.kind = 'family-of' and cardinality(r.limits) = 0 and r.starts_at <= $11 and (r.ends_at is null or r.ends_at > $12) ) select s.session_id as "sessionId", m.child, m.child_id as "childId", o.title, q.name as room, s.day, p.starts_at as "startsAt", p.ends_at as "endsAt", i.time_zone as "timeZone", w.revision, coalesce(w.published_at, s.made_at) as "publishedAt", s.cancelled_at is not null as "isCancelled"
	from mine m join week_session s on s.community_id = $13 and s.session_id = m.session_id join site_week w on w.community_id = $14 and w.week_id = s.week_id and w.state = 'published' join site i on i.community_id = $15 and i.site_id = w.site_id join offer o on o.community_id = $16 and o.offer_id = s.offer_id join period p on p.community_id = $17 and p.period_id = s.period_id
	left join room q on q.community_id = $18 and q.room_id = s.room_id
	where s.day between $19 and $20
	order by s.day, p.starts_at, o.title, m.child
	limit 400;
