-- What age.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "birth_date", "grade"
	from "person"
	where "community_id" = $1 and "person_id" = $2;
