-- What usernames.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "username"
	from "auth"."user"
	where regexp_replace(username, '[0-9]+$', '') = any($1::text[]);
