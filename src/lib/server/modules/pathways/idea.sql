-- What idea.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "own_idea" ("idea_id", "learner_id", "words", "place", "goal_id", "outcome_ids", "rung", "state", "community_id", "made_at", "answered_by", "answer", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
	on conflict do nothing;

select "i"."idea_id" as "ideaId", "i"."learner_id" as "learnerId", "p"."called" as "learnerName", "i"."words", "i"."place", "i"."goal_id" as "goalId", "i"."outcome_ids" as "outcomeIds", "i"."made_at" as "madeAt", "i"."state", "i"."answer", "a"."called" as "answeredByName", "i"."answered_at" as "answeredAt"
	from "own_idea" as "i"
	inner join "person" as "p" on "p"."person_id" = "i"."learner_id" and "p"."community_id" = $1
	left join "person" as "a" on "a"."person_id" = "i"."answered_by" and "a"."community_id" = $2
	where "i"."community_id" = $3 and "i"."learner_id" = any($4::uuid[]) and "i"."state" = $5
	order by "i"."idea_id"
	limit $6;

select "i"."idea_id" as "ideaId", "i"."learner_id" as "learnerId", "p"."called" as "learnerName", "i"."words", "i"."place", "i"."goal_id" as "goalId", "i"."outcome_ids" as "outcomeIds", "i"."made_at" as "madeAt", "i"."state", "i"."answer", "a"."called" as "answeredByName", "i"."answered_at" as "answeredAt"
	from "own_idea" as "i"
	inner join "person" as "p" on "p"."person_id" = "i"."learner_id" and "p"."community_id" = $1
	left join "person" as "a" on "a"."person_id" = "i"."answered_by" and "a"."community_id" = $2
	where "i"."community_id" = $3 and "i"."learner_id" = any($4::uuid[])
	order by "i"."idea_id" desc
	limit $5;

select *
	from "own_idea"
	where "community_id" = $1 and "idea_id" = $2
	for update;

update "own_idea"
	set "state" = $1, "answered_by" = $2, "answer" = $3, "answered_at" = $4
	where "community_id" = $5 and "idea_id" = $6;
