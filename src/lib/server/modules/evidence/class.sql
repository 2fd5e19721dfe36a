-- What class.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "learnerId", "eventId", "outcomeIds", level, at
	from ( select e.learner_id as "learnerId", e.event_id as "eventId", e.outcome_ids as "outcomeIds", e.level, e.at, rank() over (order by e.at desc) as age
	from evidence_event e
	where e.community_id = $1 and e.author_id = $2 and e.event_id > $3 and e.kind = 'observation' and e.source = 'class-page' and e.at >= $4 and not exists (select 1
	from evidence_event w
	where w.community_id = $5 and w.learner_id = e.learner_id and w.withdraws = e.event_id) ) acts
	where age = 1
	order by "eventId";

select p.person_id as "learnerId", (select max(e.at)
	from evidence_event e
	where e.community_id = $1 and e.learner_id = p.person_id and e.kind <> 'withdrawal') as "lastAt", coalesce((select jsonb_agg(jsonb_build_object('outcomeId', last.outcome_id, 'level', last.level))
	from (select distinct on (o.id) o.id as outcome_id, e.level
	from evidence_event e
	cross join lateral unnest(e.outcome_ids) as o(id)
	where e.community_id = $2 and e.learner_id = p.person_id and e.kind = 'observation' and e.at >= $3 and o.id = any($4::uuid[]) and not exists (select 1
	from evidence_event w
	where w.community_id = $5 and w.learner_id = p.person_id and w.withdraws = e.event_id)
	order by o.id, e.at desc, e.event_id desc) last), '[]') as seen
	from person p
	where p.community_id = $6 and p.person_id = any($7::uuid[]);
