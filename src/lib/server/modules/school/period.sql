-- What period.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "period"
	where "community_id" = $1 and "period_id" = any($2::uuid[]);

insert into "period" ("community_id", "site_id", "period_id", "weekday", "position", "name", "starts_at", "ends_at", "kind")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

select "period_id" as "periodId", "site_id" as "siteId", "weekday", "name", "starts_at" as "startsAt", "ends_at" as "endsAt", "kind"
	from "period"
	where "community_id" = $1 and "period_id" = $2;

select "period_id" as "periodId", "site_id" as "siteId", "weekday", "name", "starts_at" as "startsAt", "ends_at" as "endsAt", "kind"
	from "period"
	where "community_id" = $1 and "site_id" = $2 and "weekday" = any($3::smallint[])
	order by "weekday", "starts_at";

update "period"
	set "position" = $1, "name" = $2, "starts_at" = $3, "ends_at" = $4, "kind" = $5
	where "community_id" = $6 and "period_id" = $7;

update "period"
	set "position" = (extract(hour
	from starts_at) * 60 + extract(minute
	from starts_at))::smallint
	where "community_id" = $1 and "site_id" = $2 and "weekday" = $3;
