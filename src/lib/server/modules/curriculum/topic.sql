-- What topic.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "adopted_outcome"."outcome_id" as "outcomeId", "adopted_outcome"."code", "adopted_outcome"."statement", "strand"."name" as "strand", 0 as "likeness"
	from "adopted_outcome"
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $1
	where "adopted_outcome"."community_id" = $2 and "adopted_outcome"."kind" = $3 and position(lower($4) in lower(coalesce(adopted_outcome.code, '') || ' ' || adopted_outcome.statement)) > 0
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position"
	limit $5;

select "content_tag"."tag_id" as "tagId", "content_tag"."words", "content_tag"."example", "content_tag"."items", "content_tag"."opportunities", (select coalesce(json_agg(agg), '[]')
	from (select "adopted_outcome"."outcome_id" as "outcomeId", "adopted_outcome"."code", "adopted_outcome"."statement", "strand"."name" as "strand", "tag_suggestion"."likeness"
	from "tag_suggestion"
	inner join "adopted_outcome" on "adopted_outcome"."outcome_id" = "tag_suggestion"."outcome_id" and "adopted_outcome"."community_id" = $1
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $2
	where "tag_suggestion"."community_id" = $3 and "tag_suggestion"."tag_id" = "content_tag"."tag_id"
	order by "tag_suggestion"."likeness" desc, "adopted_outcome"."outcome_id") as agg) as "suggestions"
	from "content_tag"
	where "content_tag"."community_id" = $4 and "content_tag"."source" = $5 and not exists ( select 1
	from tag_outcome d
	where d.community_id = $6 and d.tag_id = content_tag.tag_id)
	order by content_tag.items + content_tag.opportunities desc, "content_tag"."tag_id" desc
	limit $7;

select "source", count(*) as "all", count(*) filter (where not exists ( select 1
	from tag_outcome d
	where d.community_id = $1 and d.tag_id = content_tag.tag_id)) as "waiting"
	from "content_tag"
	where "content_tag"."community_id" = $2
	group by "source"
	order by "source";
