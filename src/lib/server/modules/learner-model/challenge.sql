-- What challenge.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "challenge" ("community_id", "challenge_id", "learner_id", "outcome_id", "words", "wants", "state", "answer", "answered_by", "made_at", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing;

select "challenge"."challenge_id" as "challengeId", "challenge"."learner_id" as "learnerId", "person"."called" as "learnerName", "challenge"."outcome_id" as "outcomeId", "adopted_outcome"."statement", "challenge"."words", "challenge"."wants", "challenge"."state", "challenge"."answer", "challenge"."made_at" as "madeAt"
	from "challenge"
	inner join "adopted_outcome" on "adopted_outcome"."outcome_id" = "challenge"."outcome_id" and "adopted_outcome"."community_id" = $1
	inner join "person" on "person"."person_id" = "challenge"."learner_id" and "person"."community_id" = $2
	where "challenge"."community_id" = $3 and "challenge"."state" = $4 and "challenge"."wants" <> $5 and "challenge"."learner_id" = any($6::uuid[])
	order by "challenge"."made_at"
	limit $7;

select "challenge_id", "learner_id", "outcome_id", "state", "wants"
	from "challenge"
	where "community_id" = $1 and "challenge_id" = $2 and "learner_id" = $3
	for update;

select "event_id"
	from "evidence_event"
	where "community_id" = $1 and "learner_id" = $2 and "author_id" = $3 and "source" = $4 and "at" = $5 and $6 = any(outcome_ids);

select "outcome_id" as "outcomeId", "state", "answered_by" as "answeredBy", "answered_at" as "answeredAt"
	from "challenge"
	where "community_id" = $1 and "challenge_id" = $2 and "learner_id" = $3
	for update;

select exists (select "tag_outcome"."tag_id"
	from "tag_outcome"
	inner join "content_tag" on "content_tag"."tag_id" = "tag_outcome"."tag_id" and "content_tag"."community_id" = $1 and "content_tag"."items" > $2
	where "tag_outcome"."community_id" = $3 and "tag_outcome"."outcome_id" = $4 and "tag_outcome"."state" = $5) as "isAskable", (select coalesce(json_agg(agg), '[]')
	from (select "challenge_id", "words", "wants", "state", "answer"
	from "challenge"
	where "challenge"."community_id" = $6 and "challenge"."learner_id" = $7 and "challenge"."outcome_id" = $8
	order by "made_at" desc
	limit $9) as agg) as "challenges"
	from "adopted_outcome"
	where "adopted_outcome"."community_id" = $10 and "adopted_outcome"."outcome_id" = $11;

update "challenge"
	set "state" = $1, "answer" = $2, "answered_by" = $3, "answered_at" = $4
	where "community_id" = $5 and "challenge_id" = $6;

update "challenge"
	set "state" = $1, "answered_at" = $2
	where "community_id" = $3 and "learner_id" = $4 and "outcome_id" = $5 and "state" = $6 and "wants" = $7;
