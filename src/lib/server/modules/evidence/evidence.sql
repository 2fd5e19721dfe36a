-- What evidence.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "evidence_event" ("weight", "item_id", "result", "seconds", "level", "words", "is_talk", "author_id", "subject_id", "withdraws", "event_id", "learner_id", "kind", "at", "place", "source", "outcome_ids", "community_id", "recorded_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
	on conflict do nothing;

insert into "evidence_event" ("weight", "item_id", "result", "seconds", "level", "words", "is_talk", "author_id", "subject_id", "withdraws", "learner_id", "event_id", "kind", "at", "place", "source", "outcome_ids", "community_id", "recorded_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
	on conflict do nothing;

insert into "evidence_event" ("weight", "item_id", "result", "seconds", "level", "words", "is_talk", "author_id", "subject_id", "withdraws", "learner_id", "kind", "at", "place", "source", "outcome_ids", "event_id", "community_id", "recorded_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
	on conflict do nothing;

select "e"."event_id" as "eventId", "e"."kind", "e"."at", "e"."place", "e"."source", "e"."outcome_ids" as "outcomeIds", "e"."result", "e"."level", "e"."words", "e"."is_talk" as "isTalk", "e"."author_id" as "authorId", "w"."at" as "withdrawnAt"
	from "evidence_event" as "e"
	left join "evidence_event" as "w" on "w"."withdraws" = "e"."event_id" and "w"."community_id" = $1 and "w"."learner_id" = $2
	where "e"."community_id" = $3 and "e"."learner_id" = $4 and "e"."kind" <> $5 and $6 = any(e.outcome_ids)
	order by "e"."event_id" desc
	limit $7;

select "e"."event_id" as "eventId", "e"."kind", "e"."at", "e"."place", "e"."source", "e"."outcome_ids" as "outcomeIds", "e"."result", "e"."level", "e"."words", "e"."is_talk" as "isTalk", "e"."author_id" as "authorId", "w"."at" as "withdrawnAt"
	from "evidence_event" as "e"
	left join "evidence_event" as "w" on "w"."withdraws" = "e"."event_id" and "w"."community_id" = $1 and "w"."learner_id" = $2
	where "e"."community_id" = $3 and "e"."learner_id" = $4 and "e"."kind" <> $5
	order by "e"."event_id" desc
	limit $6;

select "e"."event_id", "e"."kind", "e"."author_id", "e"."outcome_ids", "e"."place", "w"."event_id" as "withdrawal"
	from "evidence_event" as "e"
	left join "evidence_event" as "w" on "w"."withdraws" = "e"."event_id" and "w"."community_id" = $1 and "w"."learner_id" = $2
	where "e"."community_id" = $3 and "e"."learner_id" = $4 and "e"."event_id" = $5
	limit $6;

select "event_id", "learner_id", "kind", "at", "outcome_ids", "weight", "item_id", "result", "level", "withdraws", "author_id"
	from "evidence_event"
	where "community_id" = $1 and "learner_id" = any($2::uuid[])
	order by "learner_id", "event_id";

select count(*) as "count"
	from "adopted_outcome"
	where "community_id" = $1 and "outcome_id" = any($2::uuid[]);
