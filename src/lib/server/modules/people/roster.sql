-- What roster.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "equity_attribute" ("community_id", "person_id", "attribute", "value", "purpose")
	values ($1, $2, $3, $4, $5)
	on conflict do nothing;

select "group_id", "person_id", "part"
	from "group_member"
	where "community_id" = $1;

select "group_id", "source_id"
	from "learner_group"
	where "community_id" = $1 and "source_id" is not null;

select "kind", "adult_id", "learner_id", "group_id"
	from "relationship"
	where "community_id" = $1;

select "person_id", "role", "site_id"
	from "membership"
	where "community_id" = $1;

select "person_id", "source_id"
	from "person"
	where "community_id" = $1 and "source_id" is not null;
