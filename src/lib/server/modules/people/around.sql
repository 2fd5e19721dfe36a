-- What around.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "person"."person_id" as "personId", "person"."called", "person"."given_name", "person"."family_name", "person"."band", "person"."birth_date", "person"."grade", (select coalesce(json_agg(agg), '[]')
	from (select "learner_group"."group_id" as "groupId", "learner_group"."name", "learner_group"."kind"
	from "group_member"
	inner join "learner_group" on "learner_group"."group_id" = "group_member"."group_id" and "learner_group"."community_id" = $1
	where "group_member"."community_id" = $2 and "group_member"."person_id" = "person"."person_id" and "group_member"."part" = $3 and "group_member"."starts_at" <= $4 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $5)
	order by "learner_group"."kind" desc, "learner_group"."name") as agg) as "groups", (select coalesce(json_agg(agg), '[]')
	from (select "item_id" as "itemId", "kind", "words", "audience"
	from "profile_item"
	where "profile_item"."community_id" = $6 and "profile_item"."learner_id" = "person"."person_id" and "removed_at" is null and "audience" in ($7)
	order by "item_id") as agg) as "profile", (select coalesce(json_agg(agg), '[]')
	from (select distinct on ("relationship"."kind", "adult"."called", "adult"."person_id") "adult"."person_id" as "personId", "adult"."called", "relationship"."kind", "relationship"."words", "relationship"."purpose"
	from "relationship"
	inner join "person" as "adult" on "adult"."person_id" = "relationship"."adult_id" and "adult"."community_id" = $8
	where "relationship"."community_id" = $9 and "relationship"."learner_id" = "person"."person_id" and "relationship"."starts_at" <= $10 and ("relationship"."ends_at" is null or "relationship"."ends_at" > $11)
	order by "relationship"."kind", "adult"."called", "adult"."person_id") as agg) as "adults"
	from "person"
	where "person"."community_id" = $12 and "person"."person_id" = $13 and "person"."status" = $14;
