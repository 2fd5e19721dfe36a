-- What week-view.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "site_week"."week_id" as "weekId", "site_week"."site_id" as "siteId", "site"."name" as "siteName", "site"."time_zone" as "timeZone", "site_week"."starts_on" as "startsOn", "site_week"."state", "site_week"."wishes_until" as "wishesUntil", "site_week"."study_seats" as "studySeats", "site_week"."revision", "site_week"."published_at" as "publishedAt", "site_week"."published_run_id" as "publishedRunId", "site_week"."money_minor" as "money", "site_week"."adult_minutes" as "adultMinutes", (select count(*)::int as "count"
	from "week_change"
	where "week_change"."community_id" = $1 and "week_change"."week_id" = "site_week"."week_id" and "week_change"."kind" <> $2 and "week_change"."made_at" > "site_week"."published_at") as "changes"
	from "site_week"
	inner join "site" on "site"."site_id" = "site_week"."site_id" and "site"."community_id" = $3
	where "site_week"."community_id" = $4 and "site_week"."site_id" in ($5) and "site_week"."starts_on" >= $6
	order by "site_week"."starts_on", "site"."name"
	limit $7;

select "site_week"."week_id" as "weekId", "site_week"."site_id" as "siteId", "site"."name" as "siteName", "site"."time_zone" as "timeZone", "site_week"."starts_on" as "startsOn", "site_week"."state", "site_week"."wishes_until" as "wishesUntil", "site_week"."study_seats" as "studySeats", "site_week"."revision", "site_week"."published_at" as "publishedAt", "site_week"."published_run_id" as "publishedRunId", "site_week"."money_minor" as "money", "site_week"."adult_minutes" as "adultMinutes", (select count(*)::int as "count"
	from "week_change"
	where "week_change"."community_id" = $1 and "week_change"."week_id" = "site_week"."week_id" and "week_change"."kind" <> $2 and "week_change"."made_at" > "site_week"."published_at") as "changes"
	from "site_week"
	inner join "site" on "site"."site_id" = "site_week"."site_id" and "site"."community_id" = $3
	where "site_week"."community_id" = $4 and "site_week"."week_id" = $5;

select "week_session"."session_id" as "sessionId", "week_session"."offer_id" as "offerId", "offer"."title", "offer"."kind", "week_session"."section", "week_session"."day", "week_session"."period_id" as "periodId", "week_session"."room_id" as "roomId", "room"."name" as "room", "week_session"."adult_id" as "adultId", "person"."called" as "adult", "offer"."maximum", (select count(*)::int as "count"
	from "week_seat"
	where "week_seat"."community_id" = $1 and "week_seat"."session_id" = "week_session"."session_id") as "seats"
	from "week_session"
	inner join "offer" on "offer"."offer_id" = "week_session"."offer_id" and "offer"."community_id" = $2
	left join "room" on "room"."room_id" = "week_session"."room_id" and "room"."community_id" = $3
	left join "person" on "person"."person_id" = "week_session"."adult_id" and "person"."community_id" = $4
	where "week_session"."community_id" = $5 and "week_session"."cancelled_at" is null and "week_session"."week_id" = $6
	order by "offer"."title", "week_session"."section";

select "week_session"."session_id" as "sessionId", "week_session"."offer_id" as "offerId", "offer"."title", "offer"."kind", "week_session"."section", "week_session"."day", "week_session"."period_id" as "periodId", "week_session"."room_id" as "roomId", "room"."name" as "room", "week_session"."adult_id" as "adultId", "person"."called" as "adult", "offer"."maximum", (select count(*)::int as "count"
	from "week_seat"
	where "week_seat"."community_id" = $1 and "week_seat"."session_id" = "week_session"."session_id") as "seats", "period"."name" as "periodName", "period"."starts_at" as "startsAt", "period"."ends_at" as "endsAt"
	from "week_session"
	inner join "offer" on "offer"."offer_id" = "week_session"."offer_id" and "offer"."community_id" = $2
	left join "room" on "room"."room_id" = "week_session"."room_id" and "room"."community_id" = $3
	left join "person" on "person"."person_id" = "week_session"."adult_id" and "person"."community_id" = $4
	inner join "period" on "period"."period_id" = "week_session"."period_id" and "period"."community_id" = $5
	where "week_session"."community_id" = $6 and "week_session"."cancelled_at" is null and "week_session"."adult_id" = $7 and "week_session"."day" >= $8 and "week_session"."day" <= $9
	order by "week_session"."day", "period"."starts_at";

select "week_session"."session_id" as "sessionId", "week_session"."offer_id" as "offerId", "offer"."title", "offer"."kind", "week_session"."section", "week_session"."day", "week_session"."period_id" as "periodId", "week_session"."room_id" as "roomId", "room"."name" as "room", "week_session"."adult_id" as "adultId", "person"."called" as "adult", "offer"."maximum", (select count(*)::int as "count"
	from "week_seat"
	where "week_seat"."community_id" = $1 and "week_seat"."session_id" = "week_session"."session_id") as "seats", "period"."name" as "periodName", "period"."starts_at" as "startsAt", "period"."ends_at" as "endsAt", (select "learner"."called"
	from "week_seat"
	inner join "person" as "learner" on "learner"."person_id" = "week_seat"."learner_id" and "learner"."community_id" = $2
	where "week_seat"."community_id" = $3 and "week_seat"."session_id" = "week_session"."session_id" and "offer"."maximum" = $4
	limit $5) as "learner"
	from "week_session"
	inner join "offer" on "offer"."offer_id" = "week_session"."offer_id" and "offer"."community_id" = $6
	left join "room" on "room"."room_id" = "week_session"."room_id" and "room"."community_id" = $7
	left join "person" on "person"."person_id" = "week_session"."adult_id" and "person"."community_id" = $8
	inner join "period" on "period"."period_id" = "week_session"."period_id" and "period"."community_id" = $9
	where "week_session"."community_id" = $10 and "week_session"."cancelled_at" is null and "week_session"."adult_id" = $11 and "week_session"."day" >= $12 and "week_session"."day" <= $13
	order by "week_session"."day", "period"."starts_at";

select (select count(*)::int
	from offer o
	where o.community_id = $1 and o.site_id = $2 and o.retired_at is null and o.from_day <= $3 and (o.until_day is null or o.until_day >= $4)) as offers, (select count(distinct m.person_id)::int
	from membership m
	where m.community_id = $5 and m.site_id = $6 and m.role = 'learner' and m.starts_at <= $7 and (m.ends_at is null or m.ends_at > $8)) as learners, (select count(*)::int
	from wish_list l
	where l.community_id = $9 and l.week_id = $10 and l.state = 'in-force') as "listsInForce", (select count(*)::int
	from wish_list l
	where l.community_id = $11 and l.week_id = $12 and l.state <> 'in-force') as "listsWaiting", (select count(*)::int
	from organiser_run r
	where r.community_id = $13 and r.week_id = $14 and r.state in ('waiting', 'running')) as "runsOpen", (select count(*)::int
	from organiser_run r
	where r.community_id = $15 and r.week_id = $16 and r.state in ('done', 'stopped')) as "runsDone";
