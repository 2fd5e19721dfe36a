-- What family-work.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select (select to_jsonb(w)
	from ( select a.artefact_id as "artefactId", a.title, left(r.words, 240) as words, a.made_on as "madeOn", (select jsonb_build_object('fileId', f.file_id, 'width', f.width, 'height', f.height, 'alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture
	from artefact a join artefact_revision r on r.community_id = $2 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $3 and a.learner_id = $4 and a.removed_at is null and ((a.learner_id = any($5::uuid[]) and a.audience = any($6::text[])) or (a.learner_id = any($7::uuid[]) and a.audience = any($8::text[])) or (a.learner_id = any($9::uuid[]) and a.audience = any($10::text[])) or (a.learner_id = any($11::uuid[]) and a.audience = any($12::text[])))
	order by a.artefact_id desc
	limit 1) w) as latest, coalesce((select json_agg(to_json(q))
	from ( select q.request_id as "requestId", a.artefact_id as "artefactId", a.title, q.wants_to_know as "wantsToKnow"
	from feedback_request q join artefact a on a.community_id = $13 and a.artefact_id = q.artefact_id
	where q.community_id = $14 and q.asked_id = $15 and q.withdrawn_at is null and a.learner_id = $16 and a.removed_at is null and ((a.learner_id = any($17::uuid[]) and a.audience = any($18::text[])) or (a.learner_id = any($19::uuid[]) and a.audience = any($20::text[])) or (a.learner_id = any($21::uuid[]) and a.audience = any($22::text[])) or (a.learner_id = any($23::uuid[]) and a.audience = any($24::text[]))) and not exists (select 1
	from feedback d
	where d.community_id = $25 and d.request_id = q.request_id)
	order by q.made_at, q.request_id
	limit 3) q), '[]') as asked;
