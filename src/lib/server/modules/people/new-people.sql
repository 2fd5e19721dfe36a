-- What new-people.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "contact" ("community_id", "contact_id", "person_id", "kind", "value")
	values ($1, $2, $3, $4, $5);

insert into "group_member" ("community_id", "group_id", "person_id", "part", "starts_at", "ends_at")
	values ($1, $2, $3, $4, $5, $6);

insert into "learner_group" ("community_id", "group_id", "site_id", "kind", "name", "starts_on", "ends_on", "source_id")
	values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "membership" ("community_id", "membership_id", "person_id", "site_id", "role", "starts_at", "ends_at")
	values ($1, $2, $3, $4, $5, $6, $7);

insert into "person" ("community_id", "person_id", "given_name", "family_name", "called", "birth_date", "grade", "band", "status", "source_id", "created_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

insert into "relationship" ("community_id", "relationship_id", "kind", "adult_id", "learner_id", "group_id", "starts_at", "ends_at", "limits", "purpose", "words")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
