-- What picture-window.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "local"."picture_window"
	where "closes_at" < $1;

delete
	from "local"."picture_window"
	where "community_id" = $1 and "group_id" = $2;

insert into "local"."picture_window" ("window_id", "code_digest", "community_id", "group_id", "opened_by", "opened_at", "closes_at")
	values ($1, $2, $3, $4, $5, $6, $7);

select "window_id" as "windowId", "community_id" as "communityId", "group_id" as "groupId", "opened_by" as "openedBy", "closes_at" as "closesAt"
	from "local"."picture_window"
	where "code_digest" = $1 and "closes_at" > $2;

select "window_id" as "windowId", "community_id" as "communityId", "group_id" as "groupId", "opened_by" as "openedBy", "closes_at" as "closesAt"
	from "local"."picture_window"
	where "community_id" = $1 and "closes_at" > $2;
