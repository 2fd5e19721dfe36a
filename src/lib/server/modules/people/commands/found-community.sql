-- What found-community.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select pg_advisory_xact_lock(4711);
