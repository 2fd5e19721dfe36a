-- What roster.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "site_id", "source_id", "time_zone"
	from "site"
	where "community_id" = $1
	order by "site_id";

select "source_id"
	from "term"
	where "community_id" = $1;

update "community"
	set "source_id" = $1
	where "community_id" = $2 and "source_id" is null;
