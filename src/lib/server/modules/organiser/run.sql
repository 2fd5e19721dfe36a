-- What run.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "organiser_run"
	where "organiser_run"."community_id" = $1 and exists (select "site_week"."week_id"
	from "site_week"
	where "site_week"."community_id" = $2 and "site_week"."week_id" = "organiser_run"."week_id" and "site_week"."starts_on" < $3);

insert into "organiser_run" ("community_id", "run_id", "week_id", "name", "state", "seed", "seconds", "spent_ms", "wants_stop", "asked_by", "asked_at", "started_at", "heartbeat_at", "ended_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
	on conflict do nothing;

select "organiser_run"."run_id" as "runId", "organiser_run"."name", "organiser_run"."state", "organiser_run"."seconds", "organiser_run"."spent_ms" as "spentMs", "organiser_run"."levels", "person"."called" as "askedBy", "organiser_run"."asked_at" as "askedAt", organiser_run.plan is not null as "hasPlan"
	from "organiser_run"
	left join "person" on "person"."person_id" = "organiser_run"."asked_by" and "person"."community_id" = $1
	where "organiser_run"."community_id" = $2 and "organiser_run"."week_id" = $3
	order by "organiser_run"."asked_at" desc, "organiser_run"."run_id" desc
	limit $4;

select "organiser_run"."run_id" as "runId", "organiser_run"."name", "organiser_run"."state", "organiser_run"."seconds", "organiser_run"."spent_ms" as "spentMs", "organiser_run"."levels", "person"."called" as "askedBy", "organiser_run"."asked_at" as "askedAt", organiser_run.plan is not null as "hasPlan", "organiser_run"."wants_stop" as "wantsStop", "organiser_run"."curve", "organiser_run"."plan", "organiser_run"."report", "organiser_run"."faults"
	from "organiser_run"
	left join "person" on "person"."person_id" = "organiser_run"."asked_by" and "person"."community_id" = $1
	where "organiser_run"."community_id" = $2 and "organiser_run"."week_id" = $3 and "organiser_run"."run_id" in ($4);

select "organiser_run"."run_id" as "runId", "organiser_run"."name", "organiser_run"."state", "organiser_run"."seconds", "organiser_run"."spent_ms" as "spentMs", "organiser_run"."levels", "person"."called" as "askedBy", "organiser_run"."asked_at" as "askedAt", organiser_run.plan is not null as "hasPlan", "organiser_run"."wants_stop" as "wantsStop", "organiser_run"."heartbeat_at" as "heartbeatAt", "organiser_run"."curve", "organiser_run"."plan", "organiser_run"."report", "organiser_run"."faults"
	from "organiser_run"
	left join "person" on "person"."person_id" = "organiser_run"."asked_by" and "person"."community_id" = $1
	where "organiser_run"."community_id" = $2 and "organiser_run"."week_id" = $3 and "organiser_run"."run_id" in ($4);

select "run_id" as "runId", "asked_at" as "askedAt"
	from "organiser_run"
	where "community_id" = $1 and "state" in ($2) and ("state" = $3 or "heartbeat_at" is null or "heartbeat_at" < $4)
	order by "asked_at"
	limit $5;

select "run_id" as "runId", "week_id" as "weekId", "state", "seed", "seconds", "spent_ms" as "spentMs", "wants_stop" as "wantsStop", "problem", "snapshot", "plan"
	from "organiser_run"
	where "community_id" = $1 and "run_id" = $2
	for update;

update "organiser_run"
	set "curve" = $1, "levels" = $2, "spent_ms" = $3, "heartbeat_at" = $4
	where "community_id" = $5 and "run_id" = $6 and "state" = $7
	returning "wants_stop" as "wantsStop";

update "organiser_run"
	set "curve" = $1, "levels" = $2, "spent_ms" = $3, "heartbeat_at" = $4, "snapshot" = $5
	where "community_id" = $6 and "run_id" = $7 and "state" = $8
	returning "wants_stop" as "wantsStop";

update "organiser_run"
	set "state" = $1, "ended_at" = $2
	where "community_id" = $3 and "run_id" = $4;

update "organiser_run"
	set "state" = $1, "plan" = $2, "report" = $3, "curve" = $4, "levels" = $5, "spent_ms" = $6, "ended_at" = $7, "snapshot" = $8
	where "community_id" = $9 and "run_id" = $10;

update "organiser_run"
	set "state" = $1, "problem" = $2, "started_at" = $3, "heartbeat_at" = $4
	where "community_id" = $5 and "run_id" = $6;

update "organiser_run"
	set "state" = $1, "seconds" = $2, "wants_stop" = $3, "ended_at" = $4
	where "community_id" = $5 and "run_id" = $6;

update "organiser_run"
	set "wants_stop" = $1
	where "community_id" = $2 and "run_id" = $3;
