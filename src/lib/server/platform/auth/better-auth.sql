-- What better-auth.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "auth"."session" ("expiresAt", "token", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId", "id")
	values ($1, $2, $3, $4, $5, $6, $7, $8)
	returning *;

select "primary".*
	from (select *
	from "auth"."user"
	where "auth"."user"."id" = $1) as "primary";
