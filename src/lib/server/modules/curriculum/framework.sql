-- What framework.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "adopted_association" ("community_id", "association_id", "kind", "from_outcome_id", "to_outcome_id")
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

insert into "adopted_framework" ("community_id", "framework_id", "shared_framework_id", "title", "shape", "licence", "attribution", "adopted_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "adopted_outcome" ("community_id", "outcome_id", "framework_id", "strand_id", "shared_outcome_id", "parent_id", "code", "statement", "kind", "position", "age_from", "age_to", "is_fact")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

insert into "learner_statement" ("community_id", "outcome_id", "band", "locale", "words")
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

insert into "strand" ("community_id", "strand_id", "framework_id", "name", "position", "kind")
	values ($1, $2, $3, $4, $5, $6);

select "adopted_framework"."framework_id"
	from "adopted_framework"
	inner join "shared"."framework" on "shared"."framework"."framework_id" = "shared_framework_id"
	where "adopted_framework"."community_id" = $1 and "shared"."framework"."source_id" = $2;

select "adopted_outcome"."outcome_id", "shared"."outcome"."source_id"
	from "adopted_outcome"
	inner join "shared"."outcome" on "shared"."outcome"."outcome_id" = "shared_outcome_id"
	where "adopted_outcome"."community_id" = $1 and "adopted_outcome"."framework_id" = $2;

select "strand_id", "name"
	from "strand"
	where "community_id" = $1 and "framework_id" = $2;
