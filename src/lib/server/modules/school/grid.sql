-- What grid.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "room" ("community_id", "room_id", "site_id", "name", "seats", "features", "area", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8);
