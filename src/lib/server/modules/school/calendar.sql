-- What calendar.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "closed_day"
	where "community_id" = $1 and "site_id" = $2 and "day" >= $3 and "day" <= $4;

delete
	from "term"
	where "community_id" = $1 and "term_id" = $2;

insert into "closed_day" ("community_id", "site_id", "day", "reason")
	values ($1, $2, $3, $4)
	on conflict ("community_id", "site_id", "day") do update
	set "reason" = "excluded"."reason";

select "site_id"
	from "site"
	where "community_id" = $1 and "site_id" = $2
	for update;

select "term_id" as "termId", "site_id" as "siteId", "name", "kind", "starts_on" as "startsOn", "ends_on" as "endsOn"
	from "term"
	where "community_id" = $1 and "term_id" = $2
	for update;

select "term_id" as "termId", "site_id" as "siteId", "name", "kind", "starts_on" as "startsOn", "ends_on" as "endsOn"
	from "term"
	where "community_id" = $1 and ("site_id" = $2 or "site_id" is null) and "ends_on" >= $3
	order by "starts_on", "term_id";

select s.site_id as "siteId", s.name, s.time_zone as "timeZone", (select count(*)::int
	from period p
	where p.community_id = $1 and p.site_id = s.site_id and p.kind = 'learning') as periods, (select count(*)::int
	from room r
	where r.community_id = $2 and r.site_id = s.site_id and r.retired_at is null) as rooms
	from site s
	where s.community_id = $3
	order by s.name, s.site_id;
