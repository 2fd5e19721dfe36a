-- What calendar.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "term_id" as "termId", "site_id" as "siteId", "name", "kind", "starts_on" as "startsOn", "ends_on" as "endsOn"
	from "term"
	where "community_id" = $1 and ("site_id" = $2 or "site_id" is null) and "ends_on" >= $3
	order by "starts_on", "term_id";
