-- What offer.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "offer_adult"
	where "community_id" = $1 and "offer_id" = $2;

delete
	from "offer_outcome"
	where "community_id" = $1 and "offer_id" = $2;

insert into "offer" ("community_id", "offer_id", "site_id", "kind", "title", "about", "opportunity_id", "strand_id", "age_from", "age_to", "sections", "minimum", "maximum", "grouping", "age_spread_months", "needs_room", "features", "period_ids", "cost_minor", "currency", "from_day", "until_day", "version", "made_by", "made_at", "changed_at", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
	on conflict do nothing
	returning "offer_id";

insert into "offer_adult" ("community_id", "offer_id", "person_id", "is_usual")
	values ($1, $2, $3, $4);

insert into "offer_outcome" ("community_id", "offer_id", "outcome_id", "part")
	values ($1, $2, $3, $4);

select "offer"."offer_id" as "offerId", "offer"."site_id" as "siteId", "offer"."kind", "offer"."title", "offer"."about", "offer"."opportunity_id" as "opportunityId", "offer"."strand_id" as "strandId", "offer"."age_from" as "ageFrom", "offer"."age_to" as "ageTo", "offer"."sections", "offer"."minimum", "offer"."maximum", "offer"."grouping", "offer"."age_spread_months" as "ageSpreadMonths", "offer"."needs_room" as "needsRoom", "offer"."features", "offer"."period_ids" as "periodIds", "offer"."cost_minor" as "costMinor", "offer"."currency", "offer"."from_day" as "fromDay", "offer"."until_day" as "untilDay", "offer"."version", "offer"."retired_at" as "retiredAt", (select coalesce(json_agg(agg), '[]')
	from (select "offer_adult"."person_id" as "personId", "person"."called", "offer_adult"."is_usual" as "isUsual"
	from "offer_adult"
	inner join "person" on "person"."person_id" = "offer_adult"."person_id" and "person"."community_id" = $1
	where "offer_adult"."community_id" = $2 and "offer_adult"."offer_id" = "offer"."offer_id"
	order by "offer_adult"."is_usual" desc, "person"."called") as agg) as "adults", (select coalesce(json_agg(agg), '[]')
	from (select "offer_outcome"."outcome_id" as "outcomeId", "offer_outcome"."part"
	from "offer_outcome"
	where "offer_outcome"."community_id" = $3 and "offer_outcome"."offer_id" = "offer"."offer_id"
	order by "offer_outcome"."outcome_id") as agg) as "outcomes"
	from "offer"
	where "offer"."community_id" = $4 and "offer"."offer_id" = $5;

select "offer"."offer_id" as "offerId", "offer"."site_id" as "siteId", "offer"."kind", "offer"."title", "offer"."about", "offer"."opportunity_id" as "opportunityId", "offer"."strand_id" as "strandId", "offer"."age_from" as "ageFrom", "offer"."age_to" as "ageTo", "offer"."sections", "offer"."minimum", "offer"."maximum", "offer"."grouping", "offer"."age_spread_months" as "ageSpreadMonths", "offer"."needs_room" as "needsRoom", "offer"."features", "offer"."period_ids" as "periodIds", "offer"."cost_minor" as "costMinor", "offer"."currency", "offer"."from_day" as "fromDay", "offer"."until_day" as "untilDay", "offer"."version", "offer"."retired_at" as "retiredAt", (select coalesce(json_agg(agg), '[]')
	from (select "offer_adult"."person_id" as "personId", "person"."called", "offer_adult"."is_usual" as "isUsual"
	from "offer_adult"
	inner join "person" on "person"."person_id" = "offer_adult"."person_id" and "person"."community_id" = $1
	where "offer_adult"."community_id" = $2 and "offer_adult"."offer_id" = "offer"."offer_id"
	order by "offer_adult"."is_usual" desc, "person"."called") as agg) as "adults", (select coalesce(json_agg(agg), '[]')
	from (select "offer_outcome"."outcome_id" as "outcomeId", "offer_outcome"."part"
	from "offer_outcome"
	where "offer_outcome"."community_id" = $3 and "offer_outcome"."offer_id" = "offer"."offer_id"
	order by "offer_outcome"."outcome_id") as agg) as "outcomes"
	from "offer"
	where "offer"."community_id" = $4 and "offer"."site_id" = $5 and "offer"."retired_at" is null and "offer"."from_day" <= $6 and ("offer"."until_day" is null or "offer"."until_day" >= $7)
	order by "offer"."retired_at" asc nulls first, "offer"."title", "offer"."offer_id";

select "offer"."offer_id" as "offerId", "offer"."site_id" as "siteId", "offer"."kind", "offer"."title", "offer"."about", "offer"."opportunity_id" as "opportunityId", "offer"."strand_id" as "strandId", "offer"."age_from" as "ageFrom", "offer"."age_to" as "ageTo", "offer"."sections", "offer"."minimum", "offer"."maximum", "offer"."grouping", "offer"."age_spread_months" as "ageSpreadMonths", "offer"."needs_room" as "needsRoom", "offer"."features", "offer"."period_ids" as "periodIds", "offer"."cost_minor" as "costMinor", "offer"."currency", "offer"."from_day" as "fromDay", "offer"."until_day" as "untilDay", "offer"."version", "offer"."retired_at" as "retiredAt", (select coalesce(json_agg(agg), '[]')
	from (select "offer_adult"."person_id" as "personId", "person"."called", "offer_adult"."is_usual" as "isUsual"
	from "offer_adult"
	inner join "person" on "person"."person_id" = "offer_adult"."person_id" and "person"."community_id" = $1
	where "offer_adult"."community_id" = $2 and "offer_adult"."offer_id" = "offer"."offer_id"
	order by "offer_adult"."is_usual" desc, "person"."called") as agg) as "adults", (select coalesce(json_agg(agg), '[]')
	from (select "offer_outcome"."outcome_id" as "outcomeId", "offer_outcome"."part"
	from "offer_outcome"
	where "offer_outcome"."community_id" = $3 and "offer_outcome"."offer_id" = "offer"."offer_id"
	order by "offer_outcome"."outcome_id") as agg) as "outcomes"
	from "offer"
	where "offer"."community_id" = $4 and "offer"."site_id" = $5
	order by "offer"."retired_at" asc nulls first, "offer"."title", "offer"."offer_id";

select "site_id" as "siteId", "version", "retired_at" as "retiredAt"
	from "offer"
	where "community_id" = $1 and "offer_id" = $2
	for update;

update "offer"
	set "kind" = $1, "title" = $2, "about" = $3, "opportunity_id" = $4, "strand_id" = $5, "age_from" = $6, "age_to" = $7, "sections" = $8, "minimum" = $9, "maximum" = $10, "grouping" = $11, "age_spread_months" = $12, "needs_room" = $13, "features" = $14, "period_ids" = $15, "cost_minor" = $16, "currency" = $17, "from_day" = $18, "until_day" = $19, "changed_at" = $20, "version" = version + 1
	where "community_id" = $21 and "offer_id" = $22;

update "offer"
	set "retired_at" = $1, "changed_at" = $2
	where "community_id" = $3 and "offer_id" = $4;
