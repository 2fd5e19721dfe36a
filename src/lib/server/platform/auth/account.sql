-- What account.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "auth"."session"
	where "userId" in (select "auth"."user"."id"
	from "auth"."user"
	where "auth"."user"."communityId" = $1 and "auth"."user"."personId" = $2);

insert into "auth"."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
	values ($1, $2, $3, $4, $5, $6, $7);

insert into "auth"."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "username", "displayUsername", "communityId", "personId", "contactEmail", "mustChangePassword")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

select "id", "username", "communityId", "personId", "mustChangePassword"
	from "auth"."user"
	where "communityId" = $1 and "personId" = $2;

select "id", "username", "communityId", "personId", "mustChangePassword"
	from "auth"."user"
	where ("username" = $1 or "contactEmail" = $2)
	limit $3;

select "password"
	from "auth"."account"
	where "userId" = $1 and "providerId" = $2;

select "personId", "username"
	from "auth"."user"
	where "communityId" = $1 and "personId" = any($2::uuid[]);

update "auth"."user"
	set "mustChangePassword" = $1, "updatedAt" = $2
	where "id" = $3;
