-- What session.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "auth"."user"."communityId", "auth"."user"."personId", "auth"."user"."mustChangePassword"
	from "auth"."session"
	inner join "auth"."user" on "auth"."user"."id" = "auth"."session"."userId"
	where "auth"."session"."token" = $1 and "auth"."session"."expiresAt" > $2;
