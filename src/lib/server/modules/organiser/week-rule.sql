-- What week-rule.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "week_rule" ("community_id", "site_id", "study_seats", "most_wishes", "closes_weekday", "closes_at", "money_minor", "adult_minutes")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict ("community_id", "site_id") do update
	set "study_seats" = "excluded"."study_seats", "most_wishes" = "excluded"."most_wishes", "closes_weekday" = "excluded"."closes_weekday", "closes_at" = "excluded"."closes_at", "money_minor" = "excluded"."money_minor", "adult_minutes" = "excluded"."adult_minutes";

select "study_seats" as "studySeats", "most_wishes" as "mostWishes", "closes_weekday" as "closesWeekday", "closes_at" as "closesAt", "money_minor" as "moneyMinor", "adult_minutes" as "adultMinutes"
	from "week_rule"
	where "community_id" = $1 and "site_id" = $2;

select count(distinct m.person_id)::int as learners
	from membership m
	where m.community_id = $1 and m.site_id = $2 and m.role = 'learner' and m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $4);
