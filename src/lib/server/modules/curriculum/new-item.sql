-- What new-item.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "item" ("community_id", "item_id", "source_id", "version", "kind", "body", "group_key", "position", "bank", "licence", "attribution", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict ("community_id", "bank", "source_id") do update
	set "version" = "excluded"."version", "kind" = "excluded"."kind", "body" = "excluded"."body", "group_key" = "excluded"."group_key", "position" = "excluded"."position", "licence" = "excluded"."licence", "attribution" = "excluded"."attribution"
	where item.version < excluded.version;

insert into "item_tag" ("community_id", "item_id", "tag_id")
	values ($1, $2, $3)
	on conflict do nothing;

select "source_id", "item_id" as "itemId", "version"
	from "item"
	where "community_id" = $1 and "bank" = $2;
