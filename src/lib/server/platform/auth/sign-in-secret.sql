-- What sign-in-secret.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "local"."sign_in_secret"
	where "community_id" = $1 and "person_id" = any($2::uuid[]) and "kind" = $3;

insert into "local"."sign_in_secret" ("secret_id", "community_id", "person_id", "kind", "digest", "made_by", "made_at", "expires_at", "used_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

select "community_id" as "communityId", "person_id" as "personId"
	from "local"."sign_in_secret"
	where "kind" = $1 and "digest" = $2 and ("expires_at" is null or "expires_at" > $3);

select "made_at"
	from "local"."sign_in_secret"
	where "community_id" = $1 and "person_id" = $2 and "kind" = $3;

select "secret_id", "digest"
	from "local"."sign_in_secret"
	where "community_id" = $1 and "person_id" = $2 and "kind" = $3 and "used_at" is null and ("expires_at" is null or "expires_at" > $4)
	for update;

update "local"."sign_in_secret"
	set "used_at" = $1
	where "secret_id" = $2;
