-- What event.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "event"
	where "community_id" = $1 and "delivered_at" < $2;

insert into "event" ("community_id", "event_id", "at", "type", "payload", "delivered_at", "attempts", "not_before")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

select "event_id" as "eventId", "type", "payload", "attempts"
	from "event"
	where "community_id" = $1 and "delivered_at" is null and ("not_before" is null or "not_before" <= $2)
	order by "event_id"
	limit $3
	for update skip locked;

update "event"
	set "attempts" = $1, "not_before" = $2
	where "community_id" = $3 and "event_id" = $4;

update "event"
	set "delivered_at" = $1
	where "community_id" = $2 and "event_id" = any($3::uuid[]);
