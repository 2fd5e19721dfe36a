-- What new-opportunity.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "opportunity" ("community_id", "opportunity_id", "kind", "title", "about", "place", "place_name", "mode", "company", "context", "minutes", "cost_minor", "currency", "age_from", "age_to", "stretch", "access_needs", "safety_needs", "supports", "languages", "interests", "capacity", "times", "contact", "url", "picture", "provenance", "vouched_by", "licence", "attribution", "details", "source", "source_id", "retired_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)
	on conflict ("community_id", "source", "source_id") do update
	set "title" = "excluded"."title", "about" = "excluded"."about", "age_from" = "excluded"."age_from", "age_to" = "excluded"."age_to", "minutes" = "excluded"."minutes", "url" = "excluded"."url", "details" = "excluded"."details";

insert into "opportunity_outcome" ("community_id", "opportunity_id", "outcome_id", "part")
	values ($1, $2, $3, $4)
	on conflict do nothing;

insert into "opportunity_tag" ("community_id", "opportunity_id", "tag_id")
	values ($1, $2, $3)
	on conflict do nothing;

select "source_id", "opportunity_id"
	from "opportunity"
	where "community_id" = $1 and "source" = $2;

select "tag_id", count(*) as "n"
	from "opportunity_tag"
	where "community_id" = $1 and "tag_id" = any($2::uuid[])
	group by "tag_id";
