-- What class.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "group_id"
	from "group_member"
	where "community_id" = $1 and "person_id" = $2 and "part" = $3 and "starts_at" <= $4 and ("ends_at" is null or "ends_at" > $5);

select "learner_group"."group_id" as "groupId", "learner_group"."name", "learner_group"."kind", "site"."name" as "siteName", (select count(*)::int as "count"
	from "group_member"
	where "group_member"."community_id" = $1 and "group_member"."group_id" = "learner_group"."group_id" and "group_member"."part" = $2 and "group_member"."starts_at" <= $3 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $4)) as "learners"
	from "learner_group"
	inner join "site" on "site"."site_id" = "learner_group"."site_id" and "site"."community_id" = $5
	where "learner_group"."community_id" = $6 and ($7::boolean = $8 or exists (select "adult"."person_id"
	from "group_member" as "adult"
	where "adult"."community_id" = $9 and "adult"."group_id" = "learner_group"."group_id" and "adult"."person_id" = $10 and "adult"."part" = $11 and "adult"."starts_at" <= $12 and ("adult"."ends_at" is null or "adult"."ends_at" > $13))) and ($14::uuid is null or "learner_group"."group_id" = $15)
	order by "learner_group"."kind" desc, "learner_group"."name", "learner_group"."group_id";

select "membership"."role"
	from "membership"
	where "membership"."community_id" = $1 and "membership"."person_id" = $2 and "membership"."starts_at" <= $3 and ("membership"."ends_at" is null or "membership"."ends_at" > $4) and ("membership"."role" = $5 or ("membership"."role" = $6 and exists (select "group_member"."person_id"
	from "group_member"
	where "group_member"."community_id" = $7 and "group_member"."group_id" = $8 and "group_member"."person_id" = $9 and "group_member"."part" = $10 and "group_member"."starts_at" <= $11 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $12))))
	limit $13;

select "membership_id"
	from "membership"
	where "community_id" = $1 and "person_id" = $2 and "role" = $3 and "starts_at" <= $4 and ("ends_at" is null or "ends_at" > $5)
	limit $6;
