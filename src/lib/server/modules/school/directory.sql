-- What directory.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "community_id" as "communityId", "name", "is_demo" as "isDemo"
	from "local"."community_directory"
	order by "created_at";
