-- What history.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "belief_snapshot" ("community_id", "learner_id", "model_version", "events_seen", "last_event_id", "state", "taken_at")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict ("community_id", "learner_id") do update
	set "model_version" = "excluded"."model_version", "events_seen" = "excluded"."events_seen", "last_event_id" = "excluded"."last_event_id", "state" = "excluded"."state", "taken_at" = "excluded"."taken_at";

select "h"."person_id" as "learnerId"
	from (select "person"."person_id", "s"."taken_at", "s"."events_seen", (select count(*) as "count"
	from "evidence_event" as "older"
	where "older"."community_id" = $1 and "older"."learner_id" = "person"."person_id" and "older"."event_id" <= "s"."last_event_id") as "older", (select count(*) + $2 * count(*) filter (where e.kind = 'withdrawal') as "n"
	from "evidence_event" as "e"
	where "e"."community_id" = $3 and "e"."learner_id" = "person"."person_id" and "e"."event_id" > coalesce(s.last_event_id, $4::uuid)) as "newer"
	from "person"
	left join "belief_snapshot" as "s" on "s"."learner_id" = "person"."person_id" and "s"."community_id" = $5 and "s"."model_version" = $6
	where "person"."community_id" = $7) as "h"
	where ("h"."newer" >= $8 or "h"."older" <> "h"."events_seen")
	order by "h"."taken_at" asc nulls first, "h"."person_id"
	limit $9;

select "outcome_id" as "outcomeId", "strand_id" as "strandId", "age_from" as "ageFrom", "age_to" as "ageTo", "is_fact" as "isFact"
	from "adopted_outcome"
	where "community_id" = $1 and "kind" = $2
	order by "framework_id", "position";

select (select count(*) || ' ' || coalesce(extract(epoch
	from max(adopted_at)), 0) as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $1) as "graphStamp", (select "trained_model"."model_id"
	from "trained_model"
	where "trained_model"."community_id" = $2 and "trained_model"."state" = $3) as "trainedId";

select (select count(*) || ' ' || coalesce(extract(epoch
	from max(adopted_at)), 0) as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $1) as "graphStamp", (select "trained_model"."model_id"
	from "trained_model"
	where "trained_model"."community_id" = $2 and "trained_model"."state" = $3) as "trainedId", (select coalesce(extract(epoch
	from max(facts_marked_at)), 0)::text as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $4) as "factStamp";

select (select count(*) || ' ' || coalesce(extract(epoch
	from max(adopted_at)), 0) as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $1) as "graphStamp", (select "trained_model"."model_id"
	from "trained_model"
	where "trained_model"."community_id" = $2 and "trained_model"."state" = $3) as "trainedId", (select coalesce(sum(facts_turned), 0)::text as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $4) as "factStamp";

select /* one plan */ "person"."person_id" as "learnerId", "s"."events_seen" as "eventsSeen", convert_from(s.state, 'UTF8') as "state", "s"."last_event_id" as "lastSeen", (select count(*) || ' ' || coalesce(extract(epoch
	from max(adopted_at)), 0) as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $1) as "graphStamp", (select "trained_model"."model_id"
	from "trained_model"
	where "trained_model"."community_id" = $2 and "trained_model"."state" = $3) as "trainedId", (select coalesce(sum(facts_turned), 0)::text as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $4) as "factStamp", (select count(*) as "count"
	from "evidence_event" as "older"
	where "older"."community_id" = $5 and "older"."learner_id" = "person"."person_id" and "older"."event_id" <= "s"."last_event_id") as "older", (select coalesce(json_agg(agg), '[]')
	from (select "e"."event_id", "e"."learner_id", "e"."kind", "e"."at", "e"."outcome_ids", "e"."weight", "e"."item_id", "e"."result", "e"."level", "e"."withdraws", "e"."author_id"
	from "evidence_event" as "e"
	where "e"."community_id" = $6 and "e"."learner_id" = "person"."person_id" and "e"."event_id" > coalesce(s.last_event_id, $7::uuid)
	order by "e"."event_id") as agg) as "tail"
	from "person"
	left join "belief_snapshot" as "s" on "s"."learner_id" = "person"."person_id" and "s"."community_id" = $8 and "s"."model_version" = $9
	where "person"."community_id" = $10 and "person"."person_id" = any($11::uuid[]);

select /* one plan */ "person"."person_id" as "learnerId", "s"."events_seen" as "eventsSeen", convert_from(s.state, 'UTF8') as "state", "s"."last_event_id" as "lastSeen", (select count(*) || ' ' || coalesce(extract(epoch
	from max(adopted_at)), 0) as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $1) as "graphStamp", (select "trained_model"."model_id"
	from "trained_model"
	where "trained_model"."community_id" = $2 and "trained_model"."state" = $3) as "trainedId", (select coalesce(sum(facts_turned), 0)::text as "stamp"
	from "adopted_framework"
	where "adopted_framework"."community_id" = $4) as "factStamp", (select count(*) as "count"
	from "evidence_event" as "older"
	where "older"."community_id" = $5 and "older"."learner_id" = "person"."person_id" and "older"."event_id" <= "s"."last_event_id") as "older", (select coalesce(json_agg(agg), '[]')
	from (select "e"."event_id", "e"."learner_id", "e"."kind", "e"."at", "e"."outcome_ids", "e"."weight", "e"."item_id", "e"."result", "e"."level", "e"."withdraws", "e"."author_id"
	from "evidence_event" as "e"
	where "e"."community_id" = $6 and "e"."learner_id" = "person"."person_id" and "e"."event_id" > coalesce(s.last_event_id, $7::uuid)
	order by "e"."event_id") as agg) as "tail", (select coalesce(json_agg(agg), '[]')
	from (select "e"."event_id", "e"."learner_id", "e"."kind", "e"."at", "e"."outcome_ids", "e"."weight", "e"."item_id", "e"."result", "e"."level", "e"."withdraws", "e"."author_id"
	from "evidence_event" as "e"
	where "e"."community_id" = $8 and "e"."learner_id" = "person"."person_id" and exists (select "fact"."outcome_id"
	from "adopted_outcome" as "fact"
	where "fact"."community_id" = $9 and "fact"."is_fact" = $10) and ("e"."kind" = $11 or exists (select "fact"."outcome_id"
	from "adopted_outcome" as "fact"
	where "fact"."community_id" = $12 and "fact"."is_fact" = $13 and fact.outcome_id = any(e.outcome_ids)))
	order by "e"."event_id") as agg) as "recalls"
	from "person"
	left join "belief_snapshot" as "s" on "s"."learner_id" = "person"."person_id" and "s"."community_id" = $14 and "s"."model_version" = $15
	where "person"."community_id" = $16 and "person"."person_id" = any($17::uuid[]);
