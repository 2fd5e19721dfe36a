-- What step.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "commitment" ("commitment_id", "goal_id", "learner_id", "person_id", "role", "words", "due_words", "due_on", "community_id", "made_at", "kept_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict do nothing;

insert into "step" ("step_id", "learner_id", "goal_id", "opportunity_id", "words", "where_words", "minutes", "due_on", "added_by", "rung", "waits_for", "community_id", "position", "added_at", "answered_by", "answered_at", "answer_words", "done_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
	on conflict do nothing;

select "step_id", "waits_for"
	from "step"
	where "community_id" = $1 and "learner_id" = $2 and "opportunity_id" = $3 and "done_at" is null and "removed_at" is null;

select *
	from "commitment"
	where "community_id" = $1 and "commitment_id" = $2
	for update;

select *
	from "step"
	where "community_id" = $1 and "step_id" = $2
	for update;

select s.opportunity_id as "opportunityId", s.done_at as "doneAt", coalesce(s.minutes, o.minutes) as minutes, coalesce((select jsonb_agg(jsonb_build_object('outcomeId', b.outcome_id, 'strandId', a.strand_id))
	from opportunity_outcome b join adopted_outcome a on a.community_id = $1 and a.outcome_id = b.outcome_id
	where b.community_id = $2 and b.opportunity_id = s.opportunity_id and b.part = 'builds'), '[]') as outcomes
	from step s
	left join opportunity o on o.community_id = $3 and o.opportunity_id = s.opportunity_id
	where s.community_id = $4 and s.learner_id = $5 and s.removed_at is null
	order by s.step_id desc
	limit 400;

update "commitment"
	set "kept_at" = $1
	where "community_id" = $2 and "commitment_id" = $3;

update "step"
	set "done_at" = $1
	where "community_id" = $2 and "step_id" = $3;

update "step"
	set "removed_at" = $1
	where "community_id" = $2 and "step_id" = $3;

update "step"
	set "waits_for" = $1, "answered_by" = $2, "answered_at" = $3, "answer_words" = $4
	where "community_id" = $5 and "step_id" = $6;

update "step"
	set "waits_for" = $1, "removed_at" = $2, "answered_by" = $3, "answered_at" = $4, "answer_words" = $5
	where "community_id" = $6 and "step_id" = $7;
