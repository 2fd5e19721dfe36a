-- What training.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "trained_model"
	where "community_id" = $1 and "model_id" = $2 and "state" = $3;

insert into "trained_model" ("community_id", "model_id", "state", "up_to", "events", "answers", "learners", "graph_stamp", "seed", "went_on_from", "afresh_answers", "stages", "parameters", "shipped_loss", "loss", "began_at", "ended_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

select "event_id", "learner_id", "kind", "at", "outcome_ids", "weight", "item_id", "result", "level", "withdraws", "author_id"
	from "evidence_event"
	where "community_id" = $1 and "learner_id" = any($2::uuid[]) and "kind" in ($3) and "event_id" <= $4
	order by "learner_id", "event_id";

select "learner_id" as "learnerId", count(*) as "answers", (array_agg(event_id
	order by event_id desc))[1] as "last"
	from "evidence_event"
	where "community_id" = $1 and "kind" = $2 and "event_id" <= $3
	group by "learner_id"
	order by (array_agg(event_id
	order by event_id desc))[1] desc;

select "model_id" as "modelId", "state", "up_to" as "upTo", "events", "answers", "learners", "graph_stamp" as "graphStamp", "seed", "went_on_from" as "wentOnFrom", "afresh_answers" as "afreshAnswers", "shipped_loss" as "shippedLoss", "loss", "began_at" as "beganAt", "ended_at" as "endedAt"
	from "trained_model"
	where "community_id" = $1
	order by "model_id" desc;

select "model_id" as "modelId", "state", "up_to" as "upTo", "events", "answers", "learners", "graph_stamp" as "graphStamp", "seed", "went_on_from" as "wentOnFrom", "afresh_answers" as "afreshAnswers", "shipped_loss" as "shippedLoss", "loss", "began_at" as "beganAt", "ended_at" as "endedAt"
	from "trained_model"
	where "community_id" = $1
	order by "model_id" desc
	for update;

select "parameters" as "bytes"
	from "trained_model"
	where "community_id" = $1 and "model_id" = $2;

select "stages" as "bytes"
	from "trained_model"
	where "community_id" = $1 and "model_id" = $2;

select count(*) as "events", count(*) filter(where "kind" = $1) as "answers", count(distinct "learner_id") filter(where "kind" = $2) as "learners", (array_agg(event_id
	order by event_id desc))[1] as "last"
	from "evidence_event"
	where "community_id" = $3;

select count(*) as "events", count(*) filter(where "kind" = $1) as "answers", count(distinct "learner_id") filter(where "kind" = $2) as "learners", (array_agg(event_id
	order by event_id desc))[1] as "last"
	from "evidence_event"
	where "community_id" = $3 and "event_id" <= $4;

select count(*) as "withdrawn"
	from "evidence_event"
	where "community_id" = $1 and "kind" = $2 and "event_id" > $3 and "withdraws" <= $4;

update "trained_model"
	set "stages" = $1
	where "community_id" = $2 and "model_id" = $3 and "state" = $4;

update "trained_model"
	set "state" = $1, "parameters" = $2, "shipped_loss" = $3, "loss" = $4, "ended_at" = $5
	where "community_id" = $6 and "model_id" = $7 and "state" = $8;

update "trained_model"
	set "state" = $1, "parameters" = $2, "stages" = $3, "shipped_loss" = $4, "loss" = $5, "ended_at" = $6
	where "community_id" = $7 and "model_id" = $8 and "state" = $9;

update "trained_model"
	set "state" = $1, "stages" = $2
	where "community_id" = $3 and "state" = $4;
