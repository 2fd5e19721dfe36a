-- What work-view.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", coalesce((select jsonb_agg(jsonb_build_object('outcomeId', o.outcome_id, 'words', coalesce( (select t.words
	from learner_statement t
	where t.community_id = $1 and t.outcome_id = o.outcome_id and t.band = $2 and t.locale = $3
	limit 1), (select t.words
	from learner_statement t
	where t.community_id = $4 and t.outcome_id = o.outcome_id and t.band = $5 and t.locale = 'en'
	limit 1), o.statement))
	order by array_position(a.outcome_ids, o.outcome_id))
	from adopted_outcome o
	where o.community_id = $6 and o.outcome_id = any(a.outcome_ids)), '[]') as outcomes, (select jsonb_build_object('words', a.audience_answer, 'by', w.called)
	from person w
	where w.community_id = $7 and w.person_id = a.audience_answered_by) as "audienceAnswer", coalesce((select jsonb_agg(jsonb_build_object('revision', r.revision, 'words', r.words, 'alt', r.alt, 'link', r.link, 'changeWords', r.change_words, 'becauseOf', r.because_of, 'madeAt', r.made_at, 'files', coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height)
	order by array_position(r.file_ids, f.file_id))
	from stored_file f
	where f.community_id = $8 and f.file_id = any(r.file_ids)), '[]'))
	order by r.revision)
	from artefact_revision r
	where r.community_id = $9 and r.artefact_id = a.artefact_id), '[]') as revisions, coalesce((select jsonb_agg(jsonb_build_object('reflectionId', s.reflection_id, 'words', s.words, 'madeAt', s.made_at)
	order by s.reflection_id)
	from reflection s
	where s.community_id = $10 and s.artefact_id = a.artefact_id), '[]') as reflections, coalesce((select jsonb_agg(jsonb_build_object('requestId', q.request_id, 'askedId', q.asked_id, 'askedName', w.called, 'wantsToKnow', q.wants_to_know, 'madeAt', q.made_at, 'isAnswered', exists (select 1
	from feedback d
	where d.community_id = $11 and d.request_id = q.request_id))
	order by q.request_id)
	from feedback_request q join person w on w.community_id = $12 and w.person_id = q.asked_id
	where q.community_id = $13 and q.artefact_id = a.artefact_id and q.withdrawn_at is null), '[]') as requests, coalesce((select jsonb_agg(jsonb_build_object('feedbackId', d.feedback_id, 'authorId', d.author_id, 'authorName', w.called, 'requestId', d.request_id, 'revision', d.revision, 'worksWell', d.works_well, 'question', d.question, 'nextStep', d.next_step, 'madeAt', d.made_at, 'response', d.response, 'responseWords', d.response_words, 'responseRevision', d.response_revision, 'respondedAt', d.responded_at)
	order by d.feedback_id)
	from feedback d join person w on w.community_id = $14 and w.person_id = d.author_id
	where d.community_id = $15 and d.artefact_id = a.artefact_id), '[]') as feedback, coalesce((select jsonb_agg(jsonb_build_object('eventId', e.event_id, 'authorName', w.called, 'outcomeIds', e.outcome_ids, 'level', e.level, 'words', e.words, 'at', e.at)
	order by e.event_id)
	from evidence_event e
	left join person w on w.community_id = $16 and w.person_id = e.author_id
	where e.community_id = $17 and e.learner_id = a.learner_id and e.subject_id = a.artefact_id and e.kind = 'artefact-judgement' and not exists (select 1
	from evidence_event x
	where x.community_id = $18 and x.learner_id = a.learner_id and x.withdraws = e.event_id)), '[]') as judgements
	from artefact a join person p on p.community_id = $19 and p.person_id = a.learner_id
	where a.community_id = $20 and a.artefact_id = $21 and a.learner_id = $22 and a.removed_at is null and ((a.learner_id = any($23::uuid[]) and a.audience = any($24::text[])) or (a.learner_id = any($25::uuid[]) and a.audience = any($26::text[])) or (a.learner_id = any($27::uuid[]) and a.audience = any($28::text[])) or (a.learner_id = any($29::uuid[]) and a.audience = any($30::text[])));

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at > $16 and a.learner_id = any($17::uuid[])
	order by a.artefact_id desc
	limit $18;

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[]) and a.artefact_id < $17
	order by a.artefact_id desc
	limit $18;

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[]) and a.place = $17
	order by a.artefact_id desc
	limit $18;

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[]) and a.wished_audience is not null
	order by a.artefact_id desc
	limit $17;

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[]) and position($17::text in a.folded) > 0
	order by a.artefact_id desc
	limit $18;

select a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[])
	order by a.artefact_id desc
	limit $17;

select distinct on (a.learner_id) a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, a.place, a.made_on as "madeOn", a.audience, a.wished_audience as "wishedAudience", a.goal_id as "goalId", a.outcome_ids as "outcomeIds", a.revision, a.created_at as "createdAt", a.removed_at as "removedAt", left(r.words, 240) as words, r.link is not null as "hasLink", cardinality(r.file_ids) as files, (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture, (select count(*)::int
	from feedback_request q
	where q.community_id = $2 and q.artefact_id = a.artefact_id and q.withdrawn_at is null and not exists (select 1
	from feedback d
	where d.community_id = $3 and d.request_id = q.request_id)) as asked, (select count(*)::int
	from feedback d
	where d.community_id = $4 and d.artefact_id = a.artefact_id and d.response is null) as unused
	from artefact a join person p on p.community_id = $5 and p.person_id = a.learner_id join artefact_revision r on r.community_id = $6 and r.artefact_id = a.artefact_id and r.revision = a.revision
	where a.community_id = $7 and ((a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[])) or (a.learner_id = any($14::uuid[]) and a.audience = any($15::text[]))) and a.removed_at is null and a.learner_id = any($16::uuid[])
	order by a.learner_id, a.artefact_id desc
	limit $17;

select f.file_id as "fileId", f.digest, f.small_digest as "smallDigest", f.media_type as "mediaType", f.name, f.width
	from stored_file f
	where f.community_id = $1 and f.file_id = $2 and exists ( select 1
	from artefact a join artefact_revision r on r.community_id = $3 and r.artefact_id = a.artefact_id
	where a.community_id = $4 and a.learner_id = f.owner_id and $5 = any(r.file_ids) and a.removed_at is null and ((a.learner_id = any($6::uuid[]) and a.audience = any($7::text[])) or (a.learner_id = any($8::uuid[]) and a.audience = any($9::text[])) or (a.learner_id = any($10::uuid[]) and a.audience = any($11::text[])) or (a.learner_id = any($12::uuid[]) and a.audience = any($13::text[]))));

select q.request_id as "requestId", a.artefact_id as "artefactId", a.learner_id as "learnerId", p.called as "learnerName", a.title, q.wants_to_know as "wantsToKnow", q.made_at as "madeAt", left(r.words, 400) as words, a.outcome_ids as "outcomeIds", (select jsonb_build_object('fileId', f.file_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width, 'height', f.height) || jsonb_build_object('alt', r.alt)
	from stored_file f
	where f.community_id = $1 and f.file_id = any(r.file_ids) and f.width is not null
	order by array_position(r.file_ids, f.file_id)
	limit 1) as picture
	from feedback_request q join artefact a on a.community_id = $2 and a.artefact_id = q.artefact_id join artefact_revision r on r.community_id = $3 and r.artefact_id = a.artefact_id and r.revision = a.revision join person p on p.community_id = $4 and p.person_id = a.learner_id
	where q.community_id = $5 and q.asked_id = $6 and q.withdrawn_at is null and a.removed_at is null and ((a.learner_id = any($7::uuid[]) and a.audience = any($8::text[])) or (a.learner_id = any($9::uuid[]) and a.audience = any($10::text[])) or (a.learner_id = any($11::uuid[]) and a.audience = any($12::text[])) or (a.learner_id = any($13::uuid[]) and a.audience = any($14::text[]))) and not exists (select 1
	from feedback d
	where d.community_id = $15 and d.request_id = q.request_id)
	order by q.made_at, q.request_id
	limit $16;
