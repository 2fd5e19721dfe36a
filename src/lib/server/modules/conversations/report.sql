-- What report.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "safeguarding_lead" ("community_id", "person_id", "since", "ended_at")
	values ($1, $2, $3, $4)
	on conflict ("community_id", "person_id") do update
	set "ended_at" = $5;

insert into "safeguarding_report" ("community_id", "report_id", "message_id", "reported_by", "words", "made_at", "closed_at", "closed_by", "closing_words")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict do nothing;

select "closed_at" as "closedAt"
	from "safeguarding_report"
	where "community_id" = $1 and "report_id" = $2 and ((select m.author_id
	from message m
	where m.community_id = $3 and m.message_id = safeguarding_report.message_id) <> $4 and ( exists (select
	from safeguarding_lead d
	where d.community_id = $5 and d.person_id = $6 and d.ended_at is null) or ($7 and ( not exists (select
	from safeguarding_lead d
	where d.community_id = $8 and d.ended_at is null) or exists (select
	from safeguarding_lead d
	where d.community_id = $9 and d.person_id = (select m.author_id
	from message m
	where m.community_id = $10 and m.message_id = safeguarding_report.message_id) and d.ended_at is null)))))
	for update;

select "person"."person_id" as "personId", "person"."called", "safeguarding_lead"."since"
	from "safeguarding_lead"
	inner join "person" on "person"."person_id" = "safeguarding_lead"."person_id" and "person"."community_id" = $1
	where "safeguarding_lead"."community_id" = $2 and "safeguarding_lead"."ended_at" is null
	order by "safeguarding_lead"."since", "person"."called";

select r.*, (select p.called
	from person p
	where p.community_id = $1 and p.person_id = r."reportedById") as "reportedBy", (select p.called
	from person p
	where p.community_id = $2 and p.person_id = r."learnerId") as "learnerName", (select p.called
	from person p
	where p.community_id = $3 and p.person_id = r."authorId") as author
	from ( select s.report_id as "reportId", s.reported_by as "reportedById", s.words, s.made_at as "madeAt", t.learner_id as "learnerId", t.subject_type as "subjectKind", m.author_id as "authorId", m.words as message, m.sent_at as "sentAt", m.removed_at is not null as "isTakenBack", s.closed_at as "closedAt", s.closing_words as "closingWords"
	from safeguarding_report s join message m on m.community_id = $4 and m.message_id = s.message_id join thread t on t.community_id = $5 and t.thread_id = m.thread_id
	where s.community_id = $6 and (m.author_id <> $7 and ( exists (select
	from safeguarding_lead d
	where d.community_id = $8 and d.person_id = $9 and d.ended_at is null) or ($10 and ( not exists (select
	from safeguarding_lead d
	where d.community_id = $11 and d.ended_at is null) or exists (select
	from safeguarding_lead d
	where d.community_id = $12 and d.person_id = m.author_id and d.ended_at is null)))))
	order by s.closed_at is not null, s.made_at, s.report_id
	limit $13) r
	order by r."closedAt" is not null, r."madeAt", r."reportId";

update "safeguarding_lead"
	set "ended_at" = $1
	where "community_id" = $2 and "person_id" = $3 and "ended_at" is null;

update "safeguarding_report"
	set "closed_at" = $1, "closed_by" = $2, "closing_words" = $3
	where "community_id" = $4 and "report_id" = $5;
