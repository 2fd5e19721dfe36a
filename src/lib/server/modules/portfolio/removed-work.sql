-- What removed-work.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

delete
	from "artefact"
	where "community_id" = $1 and "artefact_id" = any($2::uuid[]);

delete
	from "artefact_revision"
	where "community_id" = $1 and "artefact_id" = any($2::uuid[]);

delete
	from "feedback"
	where "community_id" = $1 and "artefact_id" = any($2::uuid[]);

delete
	from "feedback_request"
	where "community_id" = $1 and "artefact_id" = any($2::uuid[]);

delete
	from "reflection"
	where "community_id" = $1 and "artefact_id" = any($2::uuid[]);

delete
	from "stored_file"
	where "community_id" = $1 and "file_id" = any($2::uuid[]);

select a.artefact_id as "artefactId", coalesce((select array_agg(distinct f)
	from artefact_revision r, unnest(r.file_ids) f
	where r.community_id = $1 and r.artefact_id = a.artefact_id), '{}') as "fileIds"
	from artefact a
	where a.community_id = $2 and a.removed_at <= $3
	order by a.artefact_id
	limit $4
	for update;
