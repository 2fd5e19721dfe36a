-- What item.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "adopted_outcome"."outcome_id"
	from "adopted_outcome"
	where "adopted_outcome"."community_id" = $1 and "adopted_outcome"."strand_id" = $2 and "adopted_outcome"."kind" = $3 and exists (select "item"."item_id"
	from "tag_outcome"
	inner join "item_tag" on "item_tag"."tag_id" = "tag_outcome"."tag_id" and "item_tag"."community_id" = $4
	inner join "item" on "item"."item_id" = "item_tag"."item_id" and "item"."community_id" = $5 and "item"."retired_at" is null
	where "tag_outcome"."community_id" = $6 and "tag_outcome"."state" = $7 and "tag_outcome"."outcome_id" = "adopted_outcome"."outcome_id")
	order by "adopted_outcome"."position";

select "item"."item_id" as "itemId", "item"."body"
	from "tag_outcome"
	inner join "item_tag" on "item_tag"."tag_id" = "tag_outcome"."tag_id" and "item_tag"."community_id" = $1
	inner join "item" on "item"."item_id" = "item_tag"."item_id" and "item"."community_id" = $2
	where "tag_outcome"."community_id" = $3 and "tag_outcome"."outcome_id" = $4 and "tag_outcome"."state" = $5 and "item"."retired_at" is null and ("item"."group_key" is null or "item"."position" <= $6) and item.item_id <> all($7::uuid[])
	order by md5(item.item_id::text || $8)
	limit $9;

select "item_id" as "itemId", "body"
	from "item"
	where "community_id" = $1 and "item_id" = $2;
