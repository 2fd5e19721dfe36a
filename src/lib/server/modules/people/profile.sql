-- What profile.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "person_setting" ("community_id", "person_id", "locale", "theme", "contrast", "text_size", "spacing", "font", "tint", "motion", "reads_aloud", "updated_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict ("community_id", "person_id") do update
	set "locale" = $13, "theme" = $14, "contrast" = $15, "text_size" = $16, "spacing" = $17, "font" = $18, "tint" = $19, "motion" = $20, "reads_aloud" = $21, "updated_at" = $22;

insert into "profile_item" ("community_id", "item_id", "learner_id", "kind", "words", "audience", "author_id", "created_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict do nothing;

select "item_id" as "itemId", "kind", "words", "audience"
	from "profile_item"
	where "community_id" = $1 and "learner_id" = $2 and "removed_at" is null and "audience" in ($3)
	order by "item_id";

select "item_id" as "itemId", "kind", "words", "audience", "removed_at" as "removedAt"
	from "profile_item"
	where "community_id" = $1 and "learner_id" = $2 and "item_id" = $3
	for update;

select "person"."person_id" as "adultId", "person"."called", "access_row"."what", "access_row"."day"
	from "access_row"
	inner join "person" on "person"."person_id" = "access_row"."adult_id" and "person"."community_id" = $1
	where "access_row"."community_id" = $2 and "access_row"."learner_id" = $3
	order by "access_row"."access_id" desc
	limit $4;

update "profile_item"
	set "removed_at" = $1
	where "community_id" = $2 and "item_id" = $3;

update "profile_item"
	set "words" = $1, "audience" = $2
	where "community_id" = $3 and "item_id" = $4;
