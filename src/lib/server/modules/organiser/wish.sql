-- What wish.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "week_wish"
	where "community_id" = $1 and "week_id" = $2 and "learner_id" = $3;

insert into "week_wish" ("community_id", "week_id", "learner_id", "offer_id", "rank")
	values ($1, $2, $3, $4, $5);

insert into "wish_list" ("week_id", "learner_id", "seed", "rung", "state", "saved_by", "community_id", "saved_at", "answered_by", "answered_at", "words", "other_words", "other_asked_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
	on conflict do nothing;

select "offer_id"
	from "week_wish"
	where "community_id" = $1 and "week_id" = $2 and "learner_id" = $3
	order by "rank";

select *
	from "wish_list"
	where "community_id" = $1 and "week_id" = $2 and "learner_id" = any($3::uuid[])
	order by "learner_id"
	for update;

select w.starts_on as "startsOn", w.wishes_until as "wishesUntil", w.most_wishes as "mostWishes", p.band as override, p.birth_date as "birthDate", p.grade, coalesce((select jsonb_agg(jsonb_build_object('offerId', o.offer_id, 'ageFrom', o.age_from, 'ageTo', o.age_to))
	from offer o
	where o.community_id = $1 and o.site_id = w.site_id and o.retired_at is null and o.sections > 0 and o.from_day < w.starts_on + 7 and (o.until_day is null or o.until_day >= w.starts_on)), '[]') as offers
	from site_week w join person p on p.community_id = $2 and p.person_id = $3 and p.status = 'active'
	where w.community_id = $4 and w.week_id = $5 and exists (select 1
	from membership m
	where m.community_id = $6 and m.person_id = p.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null) and m.starts_at <= $7 and (m.ends_at is null or m.ends_at > $8));

update "wish_list"
	set "other_words" = $1, "other_asked_at" = $2
	where "community_id" = $3 and "week_id" = $4 and "learner_id" = any($5::uuid[]);

update "wish_list"
	set "rung" = $1, "state" = $2, "saved_at" = $3, "saved_by" = $4, "answered_by" = $5, "answered_at" = $6
	where "community_id" = $7 and "week_id" = $8 and "learner_id" = any($9::uuid[]);

update "wish_list"
	set "rung" = $1, "state" = $2, "saved_at" = $3, "saved_by" = $4, "answered_by" = $5, "answered_at" = $6, "other_words" = $7, "other_asked_at" = $8
	where "community_id" = $9 and "week_id" = $10 and "learner_id" = any($11::uuid[]);

update "wish_list"
	set "state" = $1, "answered_by" = $2, "answered_at" = $3, "words" = $4
	where "community_id" = $5 and "week_id" = $6 and "learner_id" = any($7::uuid[]);
