-- What week.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "site_week" ("community_id", "week_id", "site_id", "starts_on", "state", "wishes_until", "study_seats", "most_wishes", "money_minor", "adult_minutes", "revision", "published_run_id", "published_at", "published_by", "opened_at", "opened_by")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
	on conflict ("community_id", "site_id", "starts_on") do nothing
	returning "week_id";

select "week_id" as "weekId"
	from "site_week"
	where "community_id" = $1 and "site_id" = $2 and "starts_on" = $3;
