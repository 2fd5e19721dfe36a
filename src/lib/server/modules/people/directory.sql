-- What directory.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "person"."person_id" as "personId", "person"."given_name", "person"."family_name", "person"."grade", (select coalesce(json_agg(agg), '[]')
	from (select distinct "membership"."role"
	from "membership"
	where "membership"."community_id" = $1 and "membership"."person_id" = "person"."person_id" and ("membership"."ends_at" is null or "membership"."ends_at" > $2)) as agg) as "roles"
	from "person"
	where "person"."community_id" = $3 and "person"."status" = $4 and position($5::text in regexp_replace(translate(lower(given_name || ' ' || family_name || ' ' || called), 'āēīōū', 'aeiou'), '([aeiou])\1', '\1', 'g')) > 0
	order by "person"."family_name", "person"."given_name", "person"."person_id"
	limit $6;
