-- What opportunity.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "opportunity_id" as "opportunityId", "title", "about"
	from "opportunity"
	where "community_id" = $1 and "retired_at" is null and position(lower($2) in lower(title)) > 0 and position(lower($3) in lower(title)) > 0
	order by source <> 'community', "title", "opportunity_id"
	limit $4;

select "opportunity_id" as "opportunityId", "title", "about"
	from "opportunity"
	where "community_id" = $1 and "retired_at" is null and position(lower($2) in lower(title)) > 0
	order by source <> 'community', "title", "opportunity_id"
	limit $3;

select "opportunity_id" as "opportunityId", "title", "about", "minutes", "age_from" as "ageFrom", "age_to" as "ageTo", "capacity", "cost_minor" as "costMinor", "currency", coalesce(( select array_agg(l.outcome_id
	order by l.outcome_id)
	from opportunity_outcome l
	where l.community_id = $1 and l.opportunity_id = opportunity.opportunity_id and l.part = $2), '{}') as "builds", coalesce(( select array_agg(l.outcome_id
	order by l.outcome_id)
	from opportunity_outcome l
	where l.community_id = $3 and l.opportunity_id = opportunity.opportunity_id and l.part = $4), '{}') as "needsFirst"
	from "opportunity"
	where "community_id" = $5 and "opportunity_id" = $6 and "retired_at" is null;

select "opportunity_id", "title"
	from "opportunity"
	where "community_id" = $1 and "opportunity_id" = any($2::uuid[]);

select l.outcome_id as "outcomeId"
	from opportunity_outcome l join opportunity o on o.community_id = $1 and o.opportunity_id = l.opportunity_id
	where l.community_id = $2 and l.part = 'builds' and l.outcome_id = any($3::uuid[]) and o.retired_at is null and coalesce(o.age_from, 0) <= $4 and coalesce(o.age_to, 99) >= $5
	union select x.outcome_id as "outcomeId"
	from tag_outcome x join opportunity_tag t on t.community_id = $6 and t.tag_id = x.tag_id join opportunity o on o.community_id = $7 and o.opportunity_id = t.opportunity_id
	where x.community_id = $8 and x.state = 'confirmed' and x.outcome_id = any($9::uuid[]) and o.retired_at is null and coalesce(o.age_from, 0) <= $10 and coalesce(o.age_to, 99) >= $11;

with linked as ( select l.opportunity_id, l.outcome_id
	from opportunity_outcome l
	where l.community_id = $1 and l.part = 'builds' and l.outcome_id = any($2::uuid[])
	union select t.opportunity_id, x.outcome_id
	from tag_outcome x join opportunity_tag t on t.community_id = $3 and t.tag_id = x.tag_id
	where x.community_id = $4 and x.state = 'confirmed' and x.outcome_id = any($5::uuid[]) ), ranked as ( select l.opportunity_id, l.outcome_id, row_number() over (partition by l.outcome_id
	order by o.source <> 'community', o.opportunity_id) as place_in_list
	from linked l join opportunity o on o.community_id = $6 and o.opportunity_id = l.opportunity_id
	where o.retired_at is null and coalesce(o.age_from, 0) <= $7 and coalesce(o.age_to, 99) >= $8 ), chosen as (select distinct r.opportunity_id
	from ranked r
	where r.place_in_list <= $9) select o.opportunity_id as "opportunityId", o.kind, o.title, o.about, o.place, o.place_name, o.mode, o.company, o.context, o.minutes, o.cost_minor, o.currency, o.age_from, o.age_to, o.stretch, o.access_needs, o.safety_needs, o.supports, o.languages, o.interests, o.capacity, o.times, o.contact, o.url, o.picture, o.provenance, o.vouched_by, o.licence, o.attribution, coalesce((select array_agg(distinct l.outcome_id)
	from linked l
	where l.opportunity_id = o.opportunity_id), '{}') as builds, coalesce((select array_agg(n.outcome_id)
	from opportunity_outcome n
	where n.community_id = $10 and n.opportunity_id = o.opportunity_id and n.part = 'needs'), '{}') as "needsFirst", coalesce((select array_agg(distinct a.strand_id)
	from linked l join adopted_outcome a on a.community_id = $11 and a.outcome_id = l.outcome_id
	where l.opportunity_id = o.opportunity_id and a.strand_id is not null), '{}') as "strandIds"
	from opportunity o join chosen c on c.opportunity_id = o.opportunity_id
	where o.community_id = $12
	order by o.opportunity_id;
