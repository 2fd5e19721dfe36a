-- What actor.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "person"."called", "person"."birth_date", "person"."grade", "person"."band", "community"."name" as "community_name", "community"."locale" as "community_locale", "community"."is_fictional", (select coalesce(json_agg(agg), '[]')
	from (select "membership"."role", "membership"."site_id" as "siteId", "site"."name" as "siteName", "site"."time_zone" as "timeZone"
	from "membership"
	left join "site" on "site"."site_id" = "membership"."site_id" and "site"."community_id" = $1
	where "membership"."community_id" = $2 and "membership"."person_id" = $3 and "membership"."starts_at" <= $4 and ("membership"."ends_at" is null or "membership"."ends_at" > $5)
	order by "membership"."membership_id") as agg) as "memberships", (select coalesce(json_agg(agg), '[]')
	from (select distinct "relationship"."kind", "relationship"."learner_id" as "learnerId", "relationship"."limits"
	from "relationship"
	where "relationship"."community_id" = $6 and "relationship"."adult_id" = $7 and "relationship"."starts_at" <= $8 and ("relationship"."ends_at" is null or "relationship"."ends_at" > $9)) as agg) as "relations", (select to_json(obj)
	from (select "locale", "theme", "contrast", "text_size" as "textSize", "spacing", "font", "tint", "motion", "reads_aloud" as "readsAloud"
	from "person_setting"
	where "person_setting"."community_id" = $10 and "person_setting"."person_id" = $11) as obj) as "settings", (select s.time_zone
	from site s
	where s.community_id = $12
	order by s.site_id
	limit 1) as "first_zone"
	from "person"
	inner join "community" on "community"."community_id" = "person"."community_id" and "community"."community_id" = $13
	where "person"."community_id" = $14 and "person"."person_id" = $15 and "person"."status" = $16;
