-- What by-heart.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "outcome_id" as "outcomeId", "code", "statement", "position", "is_fact" as "isByHeart"
	from "adopted_outcome"
	where "community_id" = $1 and "strand_id" = $2 and "kind" = $3 and "position" >= $4
	order by "position", "outcome_id"
	limit $5;

select "outcome_id", "is_fact"
	from "adopted_outcome"
	where "community_id" = $1 and "kind" = $2 and "outcome_id" = any($3::uuid[])
	order by "outcome_id"
	for update;

select "strand"."strand_id" as "strandId", "strand"."name", "strand"."kind", "strand"."framework_id" as "frameworkId", count(*) as "outcomes", count(*) filter (where adopted_outcome.is_fact) as "byHeart"
	from "strand"
	inner join "adopted_outcome" on "adopted_outcome"."strand_id" = "strand"."strand_id" and "adopted_outcome"."community_id" = $1 and "adopted_outcome"."kind" = $2
	where "strand"."community_id" = $3
	group by "strand"."strand_id", "strand"."name", "strand"."kind", "strand"."framework_id", "strand"."position"
	order by "strand"."framework_id", "strand"."position";

update "adopted_framework"
	set "facts_turned" = "facts_turned" + $1
	where "community_id" = $2 and "framework_id" = any($3::uuid[]);

update "adopted_outcome"
	set "is_fact" = not "is_fact"
	where "community_id" = $1 and "outcome_id" = any($2::uuid[])
	returning "framework_id";
