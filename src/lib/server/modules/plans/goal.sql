-- What goal.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "goal" ("community_id", "goal_id", "learner_id", "state", "version", "purpose", "sharing", "fields", "sources", "review_on", "created_at", "changed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	on conflict do nothing
	returning "goal_id";

insert into "goal_agreement" ("person_id", "role", "side", "community_id", "goal_id", "version", "at")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict do nothing;

insert into "goal_version" ("community_id", "goal_id", "version", "state", "fields", "author_id", "at")
	values ($1, $2, $3, $4, $5, $6, $7);

select "goal_id", "learner_id"
	from "goal_proposal"
	where "community_id" = $1 and "proposal_id" = $2;

select "goal_id", "learner_id", "state", "version", "purpose", "fields"
	from "goal"
	where "community_id" = $1 and "goal_id" = $2
	for update;

select "goal_id", "state", "fields", "purpose"
	from "goal"
	where "community_id" = $1 and "learner_id" = $2
	order by "created_at" desc
	limit $3;

select "state", "fields"
	from "goal_version"
	where "community_id" = $1 and "goal_id" = $2 and "version" = $3;

select count(distinct goal_id)::int as "n"
	from "goal_proposal"
	where "community_id" = $1 and "learner_id" = $2 and "kind" = $3 and "side" = $4 and "state" <> $5 and "made_at" > $6;

select distinct m.person_id as "learnerId"
	from membership m
	where m.community_id = $1 and m.role = 'learner' and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $3) and not exists ( select
	from goal g
	where g.community_id = $4 and g.learner_id = m.person_id)
	order by 1;

update "goal"
	set "state" = $1, "version" = $2, "fields" = $3, "review_on" = $4, "changed_at" = $5
	where "community_id" = $6 and "goal_id" = $7;
