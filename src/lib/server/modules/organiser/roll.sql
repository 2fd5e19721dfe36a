-- What roll.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "roll_mark"
	where "community_id" = $1 and "day" = $2 and "period_id" = $3 and "learner_id" = any($4::uuid[]);

insert into "roll_mark" ("community_id", "day", "period_id", "learner_id", "session_id", "state", "words", "marked_by", "marked_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict ("community_id", "day", "period_id", "learner_id") do update
	set "session_id" = "excluded"."session_id", "state" = "excluded"."state", "words" = "excluded"."words", "marked_by" = "excluded"."marked_by", "marked_at" = "excluded"."marked_at";

select "membership_id"
	from "membership"
	where "community_id" = $1 and "person_id" = $2 and "site_id" = $3 and "role" = $4 and "starts_at" <= $5 and ("ends_at" is null or "ends_at" > $6)
	limit $7;

select w.week_id as "weekId", w.site_id as "siteId", i.time_zone as "timeZone", null as "sessionId", null as title, null as room, null as "adultId", null as adult, $1::date as day, p.period_id as "periodId", p.name as "periodName", p.starts_at as "startsAt", p.ends_at as "endsAt"
	from site_week w join site i on i.community_id = $2 and i.site_id = w.site_id join period p on p.community_id = $3 and p.site_id = w.site_id and p.period_id = $4 and p.kind = 'learning' and p.weekday = $5::date - w.starts_on + 1
	where w.community_id = $6 and w.week_id = $7 and w.state = 'published';

select w.week_id as "weekId", w.site_id as "siteId", i.time_zone as "timeZone", s.session_id as "sessionId", o.title, r.name as room, s.adult_id as "adultId", a.called as adult, s.day, s.period_id as "periodId", p.name as "periodName", p.starts_at as "startsAt", p.ends_at as "endsAt"
	from week_session s join site_week w on w.community_id = $1 and w.week_id = s.week_id join site i on i.community_id = $2 and i.site_id = w.site_id join offer o on o.community_id = $3 and o.offer_id = s.offer_id join period p on p.community_id = $4 and p.period_id = s.period_id
	left join room r on r.community_id = $5 and r.room_id = s.room_id
	left join person a on a.community_id = $6 and a.person_id = s.adult_id
	where s.community_id = $7 and s.session_id = $8 and s.cancelled_at is null;

with expected as ( select t.learner_id
	from week_seat t
	where t.community_id = $1 and t.session_id = $2::uuid
	union select m.person_id
	from membership m
	where m.community_id = $3 and $4::uuid is null and m.site_id = $5 and m.role = 'learner' and m.starts_at <= $6 and (m.ends_at is null or m.ends_at > $7) and not exists (select 1
	from week_seat t join week_session s on s.community_id = $8 and s.session_id = t.session_id
	where t.community_id = $9 and t.learner_id = m.person_id and t.week_id = $10 and s.day = $11 and s.period_id = $12 and s.cancelled_at is null)
	union select k.learner_id
	from roll_mark k
	where k.community_id = $13 and k.day = $14 and k.period_id = $15 and k.session_id is not distinct
	from $16::uuid and exists (select 1
	from membership m
	where m.community_id = $17 and m.person_id = k.learner_id and m.site_id = $18) ) select p.person_id as "learnerId", p.called, p.given_name || ' ' || p.family_name as "fullName", k.state, k.words, b.called as "markedBy", (k.state = 'here' and k.session_id is distinct
	from $19::uuid) is true as "isElsewhereNow", (select q.name
	from roll_mark h join period q on q.community_id = $20 and q.period_id = h.period_id
	where h.community_id = $21 and h.day = $22 and h.learner_id = p.person_id and h.state = 'here' and q.starts_at < $23::time
	order by q.starts_at desc
	limit 1) as "lastSeen", exists (select 1
	from absence a
	where a.community_id = $24 and a.person_id = p.person_id and a.removed_at is null and a.starts_on <= $25 and a.ends_on >= $26 and (a.period_id is null or a.period_id = $27)) as "isAway"
	from expected e join person p on p.community_id = $28 and p.person_id = e.learner_id
	left join roll_mark k on k.community_id = $29 and k.day = $30 and k.period_id = $31 and k.learner_id = p.person_id
	left join person b on b.community_id = $32 and b.person_id = k.marked_by
	where p.status = 'active'
	order by p.called, p.person_id;
