-- What shared-framework.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "shared"."association" ("association_id", "framework_id", "kind", "from_outcome_id", "to_outcome_id")
	values ($1, $2, $3, $4, $5)
	on conflict ("framework_id", "kind", "from_outcome_id", "to_outcome_id") do nothing;

insert into "shared"."framework" ("framework_id", "source_id", "title", "creator", "version", "licence", "attribution", "imported_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	on conflict ("source_id") do nothing;

insert into "shared"."outcome" ("outcome_id", "framework_id", "source_id", "code", "statement", "kind", "position")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict ("framework_id", "source_id") do nothing;

select "framework_id"
	from "shared"."framework"
	where "source_id" = $1;

select "outcome_id", "source_id"
	from "shared"."outcome"
	where "framework_id" = $1;
