-- What people.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "access_row" ("community_id", "access_id", "learner_id", "adult_id", "what", "day", "at")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict do nothing;

select "person"."person_id" as "personId", "person"."called", "person"."given_name", "person"."family_name", "person"."band", "person"."birth_date", "person"."grade", (select coalesce(json_agg(agg), '[]')
	from (select "learner_group"."group_id" as "groupId", "learner_group"."name", "learner_group"."kind"
	from "group_member"
	inner join "learner_group" on "learner_group"."group_id" = "group_member"."group_id" and "learner_group"."community_id" = $1
	where "group_member"."community_id" = $2 and "group_member"."person_id" = "person"."person_id" and "group_member"."part" = $3 and "group_member"."starts_at" <= $4 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $5)
	order by "learner_group"."kind" desc, "learner_group"."name") as agg) as "groups"
	from "person"
	where "person"."community_id" = $6 and "person"."status" = $7 and exists (select "membership"."membership_id"
	from "membership"
	where "membership"."community_id" = $8 and "membership"."person_id" = "person"."person_id" and "membership"."role" = $9 and ("membership"."ends_at" is null or "membership"."ends_at" > $10)) and "person"."person_id" = any($11::uuid[]) and exists (select "group_member"."person_id"
	from "group_member"
	where "group_member"."community_id" = $12 and "group_member"."group_id" = $13 and "group_member"."person_id" = "person"."person_id" and "group_member"."part" = $14 and "group_member"."starts_at" <= $15 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $16))
	order by "person"."family_name", "person"."given_name", "person"."person_id"
	limit $17;

select "person"."person_id" as "personId", "person"."called", "person"."given_name", "person"."family_name", "person"."band", "person"."birth_date", "person"."grade", (select coalesce(json_agg(agg), '[]')
	from (select "learner_group"."group_id" as "groupId", "learner_group"."name", "learner_group"."kind"
	from "group_member"
	inner join "learner_group" on "learner_group"."group_id" = "group_member"."group_id" and "learner_group"."community_id" = $1
	where "group_member"."community_id" = $2 and "group_member"."person_id" = "person"."person_id" and "group_member"."part" = $3 and "group_member"."starts_at" <= $4 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $5)
	order by "learner_group"."kind" desc, "learner_group"."name") as agg) as "groups"
	from "person"
	where "person"."community_id" = $6 and "person"."status" = $7 and exists (select "membership"."membership_id"
	from "membership"
	where "membership"."community_id" = $8 and "membership"."person_id" = "person"."person_id" and "membership"."role" = $9 and ("membership"."ends_at" is null or "membership"."ends_at" > $10)) and "person"."person_id" = any($11::uuid[])
	order by "person"."family_name", "person"."given_name", "person"."person_id"
	limit $12;

select "person"."person_id" as "personId", "person"."called", "person"."given_name", "person"."family_name", "person"."band", "person"."birth_date", "person"."grade", (select coalesce(json_agg(agg), '[]')
	from (select "learner_group"."group_id" as "groupId", "learner_group"."name", "learner_group"."kind"
	from "group_member"
	inner join "learner_group" on "learner_group"."group_id" = "group_member"."group_id" and "learner_group"."community_id" = $1
	where "group_member"."community_id" = $2 and "group_member"."person_id" = "person"."person_id" and "group_member"."part" = $3 and "group_member"."starts_at" <= $4 and ("group_member"."ends_at" is null or "group_member"."ends_at" > $5)
	order by "learner_group"."kind" desc, "learner_group"."name") as agg) as "groups"
	from "person"
	where "person"."community_id" = $6 and "person"."status" = $7 and exists (select "membership"."membership_id"
	from "membership"
	where "membership"."community_id" = $8 and "membership"."person_id" = "person"."person_id" and "membership"."role" = $9 and ("membership"."ends_at" is null or "membership"."ends_at" > $10))
	order by "person"."family_name", "person"."given_name", "person"."person_id"
	limit $11;

select "person"."person_id" as "personId", "person"."called", "relationship"."kind", "relationship"."words", "relationship"."purpose", "relationship"."ends_at" as "endsAt", "relationship"."limits"
	from "relationship"
	inner join "person" on "person"."person_id" = "relationship"."adult_id" and "person"."community_id" = $1
	where "relationship"."community_id" = $2 and "relationship"."learner_id" = $3 and "relationship"."starts_at" <= $4 and ("relationship"."ends_at" is null or "relationship"."ends_at" > $5)
	order by "relationship"."kind", "person"."called";

select "person_id", "called"
	from "person"
	where "community_id" = $1 and "person_id" = any($2::uuid[]);
