-- What decision-log.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "decision" ("community_id", "decision_id", "at", "actor_id", "actor_role", "reason", "learner_id", "action", "object_type", "object_id", "kind", "decided", "rung", "initiator_id", "changes")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

select "decision_id" as "decisionId", "at", "actor_id" as "actorId", "actor_role" as "actorRole", "action", "object_type" as "objectType", "object_id" as "objectId", "kind", "decided", "rung"
	from "decision"
	where "community_id" = $1 and "learner_id" = $2 and "action" = any($3::text[])
	order by "decision_id" desc
	limit $4;

select "decision_id" as "decisionId", "at", "actor_id" as "actorId", "actor_role" as "actorRole", "action", "object_type" as "objectType", "object_id" as "objectId", "kind", "decided", "rung"
	from "decision"
	where "community_id" = $1 and "learner_id" = $2 and "object_id" = $3
	order by "decision_id" desc
	limit $4;

select "decision_id" as "decisionId", "at", "actor_id" as "actorId", "actor_role" as "actorRole", "action", "object_type" as "objectType", "object_id" as "objectId", "kind", "decided", "rung"
	from "decision"
	where "community_id" = $1 and "learner_id" = $2
	order by "decision_id" desc
	limit $3;
