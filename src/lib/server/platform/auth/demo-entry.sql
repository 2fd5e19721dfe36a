-- What demo-entry.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "local"."demo_entry" ("position", "community_id", "person_id", "name", "age", "shows")
	values ($1, $2, $3, $4, $5, $6);

select "position", "community_id" as "communityId", "person_id" as "personId", "name", "age", "shows"
	from "local"."demo_entry"
	order by "position";
