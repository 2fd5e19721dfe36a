-- What intention.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "week_intention" ("intention_id", "learner_id", "week_id", "day", "period_id", "words", "community_id", "made_at", "actual", "actual_words", "looked_back_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict do nothing;

select *
	from "week_intention"
	where "community_id" = $1 and "intention_id" = $2
	for update;

select 1
	from site_week w join person p on p.community_id = $1 and p.person_id = $2
	where w.community_id = $3 and w.week_id = $4 and exists (select 1
	from membership m
	where m.community_id = $5 and m.person_id = p.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null) and m.starts_at <= $6 and (m.ends_at is null or m.ends_at > $7)) and $8::date >= w.starts_on and $9::date < w.starts_on + 7 and ($10::uuid is null or exists (select 1
	from period e
	where e.community_id = $11 and e.site_id = w.site_id and e.period_id = $12 and e.weekday = extract(isodow
	from $13::date)));

update "week_intention"
	set "actual" = $1, "actual_words" = $2, "looked_back_at" = $3
	where "community_id" = $4 and "intention_id" = $5;

update "week_intention"
	set "removed_at" = $1
	where "community_id" = $2 and "intention_id" = $3;
