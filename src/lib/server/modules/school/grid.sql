-- What grid.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "room" ("community_id", "room_id", "site_id", "name", "seats", "features", "area", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select "day", "reason"
	from "closed_day"
	where "community_id" = $1 and "site_id" = $2 and "day" >= $3 and "day" <= $4
	order by "day";

select "period_id" as "periodId", "weekday", "position", "name", "starts_at" as "startsAt", "ends_at" as "endsAt", "kind"
	from "period"
	where "community_id" = $1 and "site_id" = $2
	order by "weekday", "position";

select "room_id" as "roomId", "name", "seats", "features", "area"
	from "room"
	where "community_id" = $1 and "site_id" = $2 and "retired_at" is null
	order by "name", "room_id";
