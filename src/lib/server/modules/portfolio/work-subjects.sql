-- What work-subjects.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select a.artefact_id as id, a.learner_id as "learnerId", a.title, a.audience
	from artefact a
	where a.community_id = $1 and a.artefact_id = any($2::uuid[]) and a.removed_at is null and $3 and ((a.learner_id = any($4::uuid[]) and a.audience = any($5::text[])) or (a.learner_id = any($6::uuid[]) and a.audience = any($7::text[])) or (a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])));
