-- What published.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "unmet_wish"
	where "community_id" = $1 and "week_id" = $2;

delete
	from "week_fairness"
	where "community_id" = $1 and "week_id" = $2;

delete
	from "week_seat"
	where "community_id" = $1 and "session_id" in ($2);

insert into "unmet_wish" ("community_id", "week_id", "learner_id", "offer_id", "rank", "cause", "price", "priced_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "week_change" ("community_id", "change_id", "week_id", "revision", "kind", "words", "touched", "moved", "made_by", "made_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

insert into "week_fairness" ("community_id", "week_id", "learner_id", "satisfaction", "credit")
	values ($1, $2, $3, $4, $5);

insert into "week_seat" ("community_id", "session_id", "learner_id", "week_id", "why", "rank", "made_at")
	values ($1, $2, $3, $4, $5, $6, $7);

insert into "week_session" ("community_id", "session_id", "week_id", "offer_id", "section", "day", "period_id", "room_id", "adult_id", "made_at", "cancelled_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

select "roll_mark"."learner_id"
	from "roll_mark"
	inner join "week_session" on "week_session"."session_id" = "roll_mark"."session_id" and "week_session"."community_id" = $1
	where "roll_mark"."community_id" = $2 and "week_session"."week_id" = $3
	limit $4;

select "state", "revision", "published_at" as "publishedAt"
	from "site_week"
	where "community_id" = $1 and "week_id" = $2
	for update;

select "week_id" as "weekId"
	from "week_change"
	where "community_id" = $1 and "change_id" = $2;

select e.session_id as "sessionId", e.offer_id as "offerId", e.section, e.day, e.period_id as "periodId", e.room_id as "roomId", e.adult_id as "adultId", coalesce((select jsonb_agg(s.learner_id
	order by s.learner_id)
	from week_seat s
	where s.community_id = $1 and s.session_id = e.session_id), '[]') as "learnerIds"
	from week_session e
	where e.community_id = $2 and e.week_id = $3 and e.cancelled_at is null
	order by e.offer_id, e.section;

update "offer_call"
	set "met_week_id" = $1
	where "community_id" = $2 and "call_id" in ($3);

update "offer_call"
	set "met_week_id" = $1
	where "community_id" = $2 and "met_week_id" = $3;

update "site_week"
	set "revision" = $1
	where "community_id" = $2 and "week_id" = $3;

update "site_week"
	set "revision" = $1, "state" = $2, "published_run_id" = $3, "published_at" = $4, "published_by" = $5
	where "community_id" = $6 and "week_id" = $7;

update "site_week"
	set "state" = $1, "revision" = $2, "published_run_id" = $3, "published_at" = $4, "published_by" = $5
	where "community_id" = $6 and "week_id" = $7;

update "week_session"
	set "cancelled_at" = $1
	where "community_id" = $2 and "session_id" in ($3);
