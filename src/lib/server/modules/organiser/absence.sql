-- What absence.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "adult_load"
	where "community_id" = $1 and "person_id" = $2;

insert into "absence" ("community_id", "absence_id", "person_id", "room_id", "starts_on", "ends_on", "period_id", "words", "made_by", "made_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing
	returning "absence_id";

insert into "adult_load" ("community_id", "person_id", "most_sessions")
	values ($1, $2, $3)
	on conflict ("community_id", "person_id") do update
	set "most_sessions" = "excluded"."most_sessions";

select "person_id" as "personId", "room_id" as "roomId", "removed_at"
	from "absence"
	where "community_id" = $1 and "absence_id" = $2
	for update;

select "person_id", "most_sessions"
	from "adult_load"
	where "community_id" = $1;

select a.absence_id as "absenceId", a.person_id as "personId", a.room_id as "roomId", coalesce(p.called, r.name) as name, exists ( select 1
	from membership l
	where l.community_id = $1 and l.person_id = a.person_id and l.role = 'learner' ) as "isLearner", a.starts_on as "startsOn", a.ends_on as "endsOn", a.period_id as "periodId", a.words
	from absence a
	left join person p on p.community_id = $2 and p.person_id = a.person_id
	left join room r on r.community_id = $3 and r.room_id = a.room_id
	where a.community_id = $4 and a.removed_at is null and a.ends_on >= $5 and ($6::date is null or a.starts_on <= $7::date) and (r.site_id = $8 or exists ( select 1
	from membership m
	where m.community_id = $9 and m.person_id = a.person_id and (m.site_id = $10 or m.site_id is null) and m.starts_at <= $11 and (m.ends_at is null or m.ends_at > $12)))
	order by a.starts_on, name, a.absence_id;

select distinct m.site_id as "siteId"
	from membership m
	where m.community_id = $1 and m.person_id = $2 and m.role = any(array['learner','teacher','support','leader']) and m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $4);

select w.week_id as "weekId", w.starts_on as "startsOn", count(distinct x.session_id)::int as sessions, count(x.learner_id)::int as seats
	from site_week w join lateral ( select e.session_id, null::uuid as learner_id
	from week_session e join period p on p.community_id = $1 and p.period_id = e.period_id
	where e.community_id = $2 and e.week_id = w.week_id and e.cancelled_at is null and (e.day > $3 or (e.day = $4 and p.starts_at > $5::time)) and (exists (select 1
	from absence a
	where a.community_id = $6 and a.person_id = e.adult_id and a.removed_at is null and a.starts_on <= e.day and a.ends_on >= e.day and (a.period_id is null or a.period_id = e.period_id)) or exists (select 1
	from absence a
	where a.community_id = $7 and a.room_id = e.room_id and a.removed_at is null and a.starts_on <= e.day and a.ends_on >= e.day and (a.period_id is null or a.period_id = e.period_id)))
	union all select null, t.learner_id
	from week_seat t join week_session e on e.community_id = $8 and e.session_id = t.session_id and e.cancelled_at is null join period p on p.community_id = $9 and p.period_id = e.period_id
	where t.community_id = $10 and t.week_id = w.week_id and (e.day > $11 or (e.day = $12 and p.starts_at > $13::time)) and exists (select 1
	from absence a
	where a.community_id = $14 and a.person_id = t.learner_id and a.removed_at is null and a.starts_on <= e.day and a.ends_on >= e.day and (a.period_id is null or a.period_id = e.period_id)) ) x on true
	where w.community_id = $15 and w.site_id = $16 and w.state = 'published' and w.starts_on > $17::date - 7
	group by w.week_id, w.starts_on
	order by w.starts_on;

update "absence"
	set "removed_at" = $1
	where "community_id" = $2 and "absence_id" = $3;
