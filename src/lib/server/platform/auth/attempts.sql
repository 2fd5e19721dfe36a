-- What attempts.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "local"."sign_in_attempt"
	where "at" < $1;

delete
	from "local"."sign_in_attempt"
	where "door" = $1 and ("subject" = any($2::text[]) or "attempt_id" = any($3::uuid[]));

insert into "local"."sign_in_attempt" ("attempt_id", "door", "subject", "at")
	values ($1, $2, $3, $4);

select "subject", count(*) as "count"
	from "local"."sign_in_attempt"
	where "door" = $1 and "subject" = any($2::text[]) and "at" > $3 and "at" >= $4
	group by "subject";

select pg_advisory_xact_lock(hashtextextended($1, 0));
