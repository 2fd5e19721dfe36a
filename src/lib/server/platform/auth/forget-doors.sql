-- What forget-doors.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "auth"."session"
	where "expiresAt" < $1;

delete
	from "local"."picture_window"
	where "closes_at" < $1;

delete
	from "local"."sign_in_attempt"
	where "at" < $1;

delete
	from "local"."sign_in_secret"
	where ("used_at" < $1 or "expires_at" < $2);
