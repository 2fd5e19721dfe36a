-- What unmet.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "cause", "price"
	from "unmet_wish"
	where "community_id" = $1 and "week_id" = $2 and "learner_id" = $3 and "offer_id" = $4
	for update;

update "unmet_wish"
	set "price" = $1, "priced_at" = $2
	where "community_id" = $3 and "week_id" = $4 and "learner_id" = $5 and "offer_id" = $6;
