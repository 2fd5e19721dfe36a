-- What call.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "offer_call" ("call_id", "learner_id", "offer_id", "is_must", "severity", "reason", "from_day", "until_day", "made_by", "community_id", "met_week_id", "made_at", "withdrawn_at", "withdrawn_by", "objection", "objected_at", "answer", "answered_by", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

select "call_id", "learner_id"
	from "offer_call"
	where "community_id" = $1 and "offer_id" = $2 and "learner_id" = any($3::uuid[]) and "withdrawn_at" is null and "met_week_id" is null and "from_day" <= $4 and "until_day" >= $5;

select "offer_id"
	from "offer"
	where "community_id" = $1 and "offer_id" = $2
	for update;

select *
	from "offer_call"
	where "community_id" = $1 and "call_id" = $2
	for update;

select w.starts_on as "startsOn", (select count(*)::int
	from person p
	where p.community_id = $1 and p.person_id = any($2::uuid[]) and p.status = 'active' and exists (select 1
	from membership m
	where m.community_id = $3 and m.person_id = p.person_id and m.role = 'learner' and (m.site_id = w.site_id or m.site_id is null) and m.starts_at <= $4 and (m.ends_at is null or m.ends_at > $5))) as learners
	from site_week w
	where w.community_id = $6 and w.week_id = $7 and exists (select 1
	from offer o
	where o.offer_id = $8 and o.community_id = $9 and o.site_id = w.site_id and o.retired_at is null and o.sections > 0 and o.from_day < w.starts_on + 7 and (o.until_day is null or o.until_day >= w.starts_on));

update "offer_call"
	set "answer" = $1, "answered_by" = $2, "answered_at" = $3
	where "community_id" = $4 and "call_id" = $5;

update "offer_call"
	set "answer" = $1, "answered_by" = $2, "answered_at" = $3, "withdrawn_at" = $4, "withdrawn_by" = $5
	where "community_id" = $6 and "call_id" = $7;

update "offer_call"
	set "objection" = $1, "objected_at" = $2
	where "community_id" = $3 and "call_id" = $4;

update "offer_call"
	set "withdrawn_at" = $1, "withdrawn_by" = $2
	where "community_id" = $3 and "call_id" = $4;
