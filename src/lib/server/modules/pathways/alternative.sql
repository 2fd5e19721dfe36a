-- What alternative.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "alternative" ("community_id", "set_id", "position", "opportunity_id", "score", "reasons", "answer", "decline_reason", "decline_words", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

insert into "alternative_set" ("set_id", "learner_id", "weights_version", "seed", "fitting", "too_few", "wish", "owed_unmet", "community_id", "made_by", "made_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing;

select "s"."learner_id" as "learnerId", "s"."made_by" as "madeBy", "s"."wish", "a"."answer", "o"."title", "o"."minutes", "o"."place", "o"."place_name" as "placeName", "o"."safety_needs" as "safetyNeeds", (select count(*)::int
	from alternative n
	where n.community_id = $1 and n.set_id = $2) as "options"
	from "alternative" as "a"
	inner join "alternative_set" as "s" on "s"."set_id" = "a"."set_id" and "s"."community_id" = $3
	inner join "opportunity" as "o" on "o"."opportunity_id" = "a"."opportunity_id" and "o"."community_id" = $4
	where "a"."community_id" = $5 and "a"."set_id" = $6 and "a"."opportunity_id" = $7
	for update of "a";

select "s"."set_id" as "setId", "s"."learner_id" as "learnerId", "s"."wish", "s"."made_at" as "madeAt", "s"."made_by" as "madeBy", "maker"."called" as "madeByName", "s"."fitting", "s"."too_few" as "tooFew", "s"."owed_unmet" as "owedUnmet", (select coalesce(json_agg(agg), '[]')
	from (select "a"."opportunity_id" as "opportunityId", "a"."reasons", "a"."score", "a"."answer", "a"."decline_reason" as "declineReason", "a"."decline_words" as "declineWords", "o"."kind", "o"."title", "o"."about", "o"."place", "o"."place_name" as "placeName", "o"."mode", "o"."company", "o"."minutes", "o"."cost_minor" as "costMinor", "o"."currency", "o"."times", "o"."url", "o"."picture", "o"."safety_needs" as "safetyNeeds", "o"."vouched_by" as "vouchedBy", "o"."attribution"
	from "alternative" as "a"
	inner join "opportunity" as "o" on "o"."opportunity_id" = "a"."opportunity_id" and "o"."community_id" = $1
	where "a"."community_id" = $2 and "a"."set_id" = "s"."set_id"
	order by "a"."position") as agg) as "alternatives"
	from "alternative_set" as "s"
	left join "person" as "maker" on "maker"."person_id" = "s"."made_by" and "maker"."community_id" = $3
	where "s"."community_id" = $4 and "s"."learner_id" = $5
	order by "s"."made_at" desc, "s"."set_id" desc
	limit $6;

select *
	from ( select distinct on (s.learner_id) s.set_id as "setId", s.learner_id as "learnerId", p.called as "learnerName", s.made_at as "madeAt", s.fitting, s.too_few
	from alternative_set s join person p on p.community_id = $1 and p.person_id = s.learner_id
	where s.community_id = $2 and s.learner_id = any($3::uuid[]) and s.made_at > $4
	order by s.learner_id, s.made_at desc ) newest
	where too_few
	order by "madeAt" desc;

update "alternative"
	set "answer" = $1, "decline_reason" = $2, "decline_words" = $3, "answered_at" = $4
	where "community_id" = $5 and "set_id" = $6 and "opportunity_id" = $7;
