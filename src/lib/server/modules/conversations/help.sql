-- What help.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "help_signal" ("community_id", "signal_id", "learner_id", "kind", "words", "about_outcome_id", "made_at", "answered_by", "answer", "answered_at", "taken_back_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
	on conflict do nothing;

select "help_signal"."signal_id" as "signalId", "help_signal"."learner_id" as "learnerId", "person"."called" as "learnerName", "help_signal"."kind", "help_signal"."words", "help_signal"."about_outcome_id" as "aboutOutcomeId", "help_signal"."made_at" as "madeAt"
	from "help_signal"
	inner join "person" on "person"."person_id" = "help_signal"."learner_id" and "person"."community_id" = $1
	where "help_signal"."community_id" = $2 and "help_signal"."learner_id" = any($3::uuid[]) and "help_signal"."answered_at" is null and "help_signal"."taken_back_at" is null
	order by "help_signal"."made_at", "help_signal"."signal_id"
	limit $4;

select "learner_id" as "learnerId", "kind", "answered_at" as "answeredAt", "answered_by" as "answeredBy", "taken_back_at" as "takenBackAt"
	from "help_signal"
	where "community_id" = $1 and "signal_id" = $2
	for update;

select "signal_id"
	from "help_signal"
	where "community_id" = $1 and "learner_id" = $2 and "kind" = $3 and "answered_at" is null and "taken_back_at" is null;

update "help_signal"
	set "answered_by" = $1, "answer" = $2, "answered_at" = $3
	where "community_id" = $4 and "signal_id" = $5;

update "help_signal"
	set "taken_back_at" = $1
	where "community_id" = $2 and "signal_id" = $3;
