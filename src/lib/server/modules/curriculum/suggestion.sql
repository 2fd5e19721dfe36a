-- What suggestion.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from tag_suggestion
	where community_id = $1;

insert into "tag_suggestion" ("community_id", "tag_id", "outcome_id", "likeness")
	values ($1, $2, $3, $4);

select "outcome_id", "statement", "code", "strand"."name" as "strand"
	from "adopted_outcome"
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $1
	where "adopted_outcome"."community_id" = $2 and "adopted_outcome"."kind" = $3
	order by "outcome_id";

select "tag_id", "words", "example"
	from "content_tag"
	where "community_id" = $1
	order by "tag_id";
