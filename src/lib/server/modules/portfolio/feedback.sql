-- What feedback.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "feedback" ("feedback_id", "learner_id", "artefact_id", "revision", "request_id", "author_id", "works_well", "question", "next_step", "community_id", "made_at", "response", "response_words", "response_revision", "responded_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
	on conflict do nothing;

insert into "feedback_request" ("request_id", "learner_id", "artefact_id", "asked_id", "wants_to_know", "community_id", "made_at", "withdrawn_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

select "feedback_id"
	from "feedback"
	where "community_id" = $1 and "request_id" = $2
	limit $3;

select "feedback_id", "artefact_id", "learner_id", "response", "response_words"
	from "feedback"
	where "community_id" = $1 and "feedback_id" = $2
	for update;

select "request_id", "artefact_id", "learner_id", "asked_id", "withdrawn_at"
	from "feedback_request"
	where "community_id" = $1 and "request_id" = $2
	for update;

update "feedback"
	set "response" = $1, "response_words" = $2, "response_revision" = $3, "responded_at" = $4
	where "community_id" = $5 and "feedback_id" = $6;

update "feedback_request"
	set "withdrawn_at" = $1
	where "community_id" = $2 and "request_id" = $3;
