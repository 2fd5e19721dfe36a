-- What room.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "room" ("community_id", "room_id", "site_id", "name", "seats", "features", "area", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict ("community_id", "room_id") do update
	set "name" = "excluded"."name", "seats" = "excluded"."seats", "features" = "excluded"."features", "area" = "excluded"."area", "retired_at" = "excluded"."retired_at";

select "room_id" as "roomId", "site_id" as "siteId", "name", "seats", "features", "area", "retired_at" as "retiredAt"
	from "room"
	where "community_id" = $1 and "room_id" = $2;

select "room_id" as "roomId", "site_id" as "siteId", "name", "seats", "features", "area", "retired_at" as "retiredAt"
	from "room"
	where "community_id" = $1 and "site_id" = $2
	order by "retired_at" asc nulls first, "name", "room_id";
