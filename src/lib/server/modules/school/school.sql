-- What school.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "closed_day" ("community_id", "site_id", "day", "reason")
	values ($1, $2, $3, $4);

insert into "community" ("community_id", "name", "kind", "locale", "is_fictional", "source_id", "created_at")
	values ($1, $2, $3, $4, $5, $6, $7);

insert into "local"."community_directory" ("community_id", "name", "is_demo", "created_at")
	values ($1, $2, $3, $4);

insert into "period" ("community_id", "site_id", "period_id", "weekday", "position", "name", "starts_at", "ends_at", "kind")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

insert into "site" ("community_id", "site_id", "name", "time_zone", "locale", "source_id", "created_at")
	values ($1, $2, $3, $4, $5, $6, $7);

insert into "term" ("community_id", "term_id", "site_id", "name", "kind", "starts_on", "ends_on", "source_id")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select "site_id" as "siteId", "name", "time_zone" as "timeZone", "source_id" as "sourceId"
	from "site"
	where "community_id" = $1
	order by "name", "site_id";
