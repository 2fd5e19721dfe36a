-- What import-run.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "import_run" ("community_id", "import_id", "kind", "file_name", "state", "progress", "progress_of", "file_digest", "started_by", "started_at", "touched_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing;

select "diagnostics"
	from "import_run"
	where "community_id" = $1 and "import_id" = $2;

select "import_id" as "importId", "kind", "file_name" as "fileName", "state", "summary", "known", "added", "failure", "progress", "progress_of" as "progressOf", "started_at" as "startedAt", "touched_at" as "touchedAt", "ended_at" as "endedAt", "problems", (select max("earlier"."ended_at") as "at"
	from "import_run" as "earlier"
	where "earlier"."community_id" = $1 and "earlier"."state" = $2 and "earlier"."import_id" <> $3 and "earlier"."file_digest" = "import_run"."file_digest") as "sameFileAt"
	from "import_run"
	where "community_id" = $4 and "import_id" = $5;

update "import_run"
	set "added" = $1, "known" = $2, "state" = $3, "touched_at" = $4, "ended_at" = $5
	where "community_id" = $6 and "import_id" = $7 and "state" = any($8::text[]);

update "import_run"
	set "known" = $1, "progress_of" = $2, "summary" = $3, "problems" = $4, "diagnostics" = $5, "state" = $6, "touched_at" = $7
	where "community_id" = $8 and "import_id" = $9 and "state" = any($10::text[]);

update "import_run"
	set "problems" = $1, "diagnostics" = $2, "state" = $3, "touched_at" = $4, "ended_at" = $5
	where "community_id" = $6 and "import_id" = $7 and "state" = any($8::text[]);

update "import_run"
	set "state" = $1, "touched_at" = $2
	where "community_id" = $3 and "import_id" = $4 and "state" = any($5::text[]);

update "import_run"
	set "state" = $1, "touched_at" = $2, "ended_at" = $3
	where "community_id" = $4 and "import_id" = $5 and "state" = any($6::text[]);

update "import_run"
	set "touched_at" = $1, "progress" = $2
	where "community_id" = $3 and "import_id" = $4
	returning "state";
