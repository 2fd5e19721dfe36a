-- What stored-file.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "stored_file" ("community_id", "file_id", "owner_id", "digest", "small_digest", "media_type", "bytes", "width", "height", "name", "created_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing;

select "digest", "small_digest"
	from "stored_file"
	where "community_id" = $1;
