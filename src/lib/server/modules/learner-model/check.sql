-- What check.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "check_run" ("community_id", "check_id", "learner_id", "strand_id", "outcome_id", "diagnostic", "waiting_item_id", "waiting_outcome_id", "waiting_since", "version", "started_at", "ended_at", "end_reason", "before")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
	on conflict do nothing;

select "check_id" as "checkId", "learner_id" as "learnerId", "strand_id" as "strandId", "outcome_id" as "outcomeId", "diagnostic", "waiting_item_id", "waiting_outcome_id", "waiting_since", "version", "started_at" as "startedAt", "ended_at" as "endedAt", "end_reason" as "endReason", "before"
	from "check_run"
	where "community_id" = $1 and "check_id" = $2 and "learner_id" = $3;

select "check_id" as "checkId", "learner_id" as "learnerId", "strand_id" as "strandId", "outcome_id" as "outcomeId", "diagnostic", "waiting_item_id", "waiting_outcome_id", "waiting_since", "version", "started_at" as "startedAt", "ended_at" as "endedAt", "end_reason" as "endReason", "before"
	from "check_run"
	where "community_id" = $1 and "check_id" = $2 and "learner_id" = $3
	for update;

select "check_id" as "checkId", "learner_id" as "learnerId", "strand_id" as "strandId", "outcome_id" as "outcomeId", "diagnostic", "waiting_item_id", "waiting_outcome_id", "waiting_since", "version", "started_at" as "startedAt", "ended_at" as "endedAt", "end_reason" as "endReason", "before"
	from "check_run"
	where "community_id" = $1 and "learner_id" = $2 and "ended_at" is null
	order by "started_at" desc
	limit $3;

select "item_id"
	from "evidence_event"
	where "community_id" = $1 and "learner_id" = $2 and "item_id" is not null
	order by "event_id" desc
	limit $3;

update "check_run"
	set "diagnostic" = $1, "waiting_item_id" = $2, "waiting_outcome_id" = $3, "waiting_since" = $4, "version" = $5, "ended_at" = $6, "end_reason" = $7
	where "community_id" = $8 and "check_id" = $9 and "version" = $10;
