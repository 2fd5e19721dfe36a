-- What tag.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "tag_outcome"
	where "community_id" = $1 and "tag_id" = any($2::uuid[]);

insert into "content_tag" ("community_id", "tag_id", "source", "tag", "words", "example", "items", "opportunities")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict ("community_id", "source", "tag") do nothing;

insert into "tag_outcome" ("community_id", "tag_id", "outcome_id", "state", "decided_by", "decided_at")
	values ($1, $2, $3, $4, $5, $6)
	on conflict ("community_id", "tag_id", "outcome_id") do update
	set "state" = "excluded"."state", "decided_by" = "excluded"."decided_by", "decided_at" = "excluded"."decided_at";

select "outcome_id"
	from "adopted_outcome"
	where "community_id" = $1 and "outcome_id" = any($2::uuid[]);

select "tag_id"
	from "content_tag"
	where "community_id" = $1 and "tag_id" = any($2::uuid[])
	for update;

select "tag_id", "tag"
	from "content_tag"
	where "community_id" = $1 and "source" = $2;

update content_tag
	set items = ( select count(*)
	from item_tag i
	where i.community_id = $1 and i.tag_id = content_tag.tag_id )
	where content_tag.community_id = $2 and content_tag.source = $3;

update content_tag
	set opportunities = c.n
	from unnest($1::uuid[], $2::integer[]) as c(tag_id, n)
	where content_tag.community_id = $3 and content_tag.tag_id = c.tag_id;
