-- What message.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "message" ("community_id", "message_id", "thread_id", "position", "author_id", "words", "locale", "sent_at", "removed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
	on conflict ("community_id", "message_id") do nothing;

insert into "thread" ("community_id", "thread_id", "learner_id", "subject_type", "subject_id", "started_at", "last_position")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict ("community_id", "subject_type", "subject_id") do nothing;

select "message"."message_id" as "messageId", "message"."thread_id" as "threadId", "message"."author_id" as "authorId", "message"."removed_at" as "removedAt", "thread"."subject_type" as "kind", "thread"."subject_id" as "subjectId", "thread"."learner_id" as "learnerId"
	from "message"
	inner join "thread" on "thread"."thread_id" = "message"."thread_id" and "thread"."community_id" = $1
	where "message"."community_id" = $2 and "message"."message_id" = $3
	for update of "message";

update "message"
	set "removed_at" = $1
	where "community_id" = $2 and "message_id" = $3;

update "thread"
	set "last_position" = "last_position" + $1
	where "community_id" = $2 and "subject_type" = $3 and "subject_id" = $4
	returning "thread_id" as "threadId", "last_position" as "position";
