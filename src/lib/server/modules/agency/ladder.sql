-- What ladder.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "ladder_default" ("community_id", "band", "kind", "rung")
	values ($1, $2, $3, $4)
	on conflict ("community_id", "band", "kind") do update
	set "rung" = "excluded"."rung";

insert into "ladder_rung" ("learner_id", "kind", "rung", "since", "why", "agreed_by", "look_again_on", "community_id")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict do nothing;

select null::uuid as "learnerId", d.band, d.kind, d.rung, null::timestamptz as since, null::text as why, null::uuid[] as "agreedBy", null::date as "lookAgainOn"
	from ladder_default d
	where d.community_id = $1
	union all (select distinct on (r.learner_id, r.kind) r.learner_id, null, r.kind, r.rung, r.since, r.why, r.agreed_by, r.look_again_on
	from ladder_rung r
	where r.community_id = $2 and r.learner_id = any($3::uuid[])
	order by r.learner_id, r.kind, r.since desc);
