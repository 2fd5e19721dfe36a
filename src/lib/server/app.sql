-- What app.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "session_id"
	from "week_session"
	where "community_id" = $1;
