-- What census.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "role", count(distinct person_id)::int as "count"
	from "membership"
	where "community_id" = $1 and "starts_at" <= $2 and ("ends_at" is null or "ends_at" > $3)
	group by "role";

select count(*)::int as "count"
	from "learner_group"
	where "community_id" = $1 and "kind" <> $2;

select count(distinct learner_id)::int as "count"
	from "relationship"
	where "community_id" = $1 and "kind" = $2 and "starts_at" <= $3 and ("ends_at" is null or "ends_at" > $4);
