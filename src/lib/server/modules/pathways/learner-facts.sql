-- What learner-facts.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select distinct on (r.rule_id) r.rule_id as id, r.strand_id as "strandId", r.measure, r.least, t.starts_on as "from", t.ends_on as until
	from entitlement_rule r join term t on t.community_id = $1 and t.kind = r.per and t.starts_on <= $2 and t.ends_on >= $3
	where r.community_id = $4 and r.band = $5
	order by r.rule_id, t.starts_on desc;

select o.outcome_id as id, o.strand_id as "strandId", o.age_from as "ageFrom", o.age_to as "ageTo", coalesce((select array_agg(a.to_outcome_id
	order by a.to_outcome_id)
	from adopted_association a
	where a.community_id = $1 and a.from_outcome_id = o.outcome_id and a.kind = 'precedes'), '{}') as after
	from adopted_outcome o
	where o.community_id = $2 and o.kind = 'outcome'
	order by o.framework_id, o.position, o.outcome_id;

select p.birth_date as "birthDate", p.grade, p.band, coalesce((select s.locale
	from person_setting s
	where s.community_id = $1 and s.person_id = $2), (select c.locale
	from community c
	where c.community_id = $3)) as locale, coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'kind', i.kind, 'words', i.words)
	order by i.created_at, i.item_id)
	from profile_item i
	where i.community_id = $4 and i.learner_id = $5 and i.removed_at is null and i.audience = any($6::text[])), '[]') as profile, coalesce((select jsonb_agg(jsonb_build_object('opportunityId', a.opportunity_id, 'reason', a.decline_reason, 'at', a.answered_at, 'context', o.context, 'company', o.company, 'place', o.place, 'minutes', o.minutes, 'cost', o.cost_minor)
	order by a.answered_at desc)
	from alternative_set s join alternative a on a.community_id = $7 and a.set_id = s.set_id join opportunity o on o.community_id = $8 and o.opportunity_id = a.opportunity_id
	where s.community_id = $9 and s.learner_id = $10 and a.answer = 'declined' and a.answered_at > $11), '[]') as declined
	from person p
	where p.community_id = $12 and p.person_id = $13;
