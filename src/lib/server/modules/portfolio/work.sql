-- What work.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "artefact" ("artefact_id", "learner_id", "title", "place", "made_on", "audience", "wished_audience", "goal_id", "outcome_ids", "folded", "community_id", "wished_at", "audience_answer", "audience_answered_by", "revision", "created_at", "changed_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
	on conflict do nothing;

insert into "artefact_revision" ("artefact_id", "revision", "revision_key", "words", "file_ids", "alt", "link", "change_words", "because_of", "community_id", "made_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

insert into "reflection" ("reflection_id", "learner_id", "artefact_id", "words", "community_id", "made_at")
	values ($1, $2, $3, $4, $5, $6)
	on conflict do nothing;

select "artefact_id", "learner_id", "title", "place", "audience", "wished_audience", "goal_id", "outcome_ids", "revision", "removed_at"
	from "artefact"
	where "community_id" = $1 and "artefact_id" = $2
	for update;

select "revision", "words", "file_ids", "alt", "link"
	from "artefact_revision"
	where "community_id" = $1 and "artefact_id" = $2 and "revision" = $3;

select "revision", "words", "file_ids", "alt", "link"
	from "artefact_revision"
	where "community_id" = $1 and "artefact_id" = $2 and "revision_key" = $3;

update "artefact"
	set "audience" = $1, "wished_audience" = $2, "wished_at" = $3, "audience_answer" = $4, "audience_answered_by" = $5, "changed_at" = $6
	where "community_id" = $7 and "artefact_id" = $8;

update "artefact"
	set "removed_at" = $1, "changed_at" = $2
	where "community_id" = $3 and "artefact_id" = $4;

update "artefact"
	set "revision" = $1, "folded" = $2, "changed_at" = $3
	where "community_id" = $4 and "artefact_id" = $5;
