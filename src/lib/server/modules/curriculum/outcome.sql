-- What outcome.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "adopted_outcome"."outcome_id" as "from", "adopted_association"."to_outcome_id" as "to"
	from "adopted_outcome"
	left join "adopted_association" on "adopted_association"."from_outcome_id" = "adopted_outcome"."outcome_id" and "adopted_association"."community_id" = $1 and "adopted_association"."kind" = $2
	where "adopted_outcome"."community_id" = $3 and "adopted_outcome"."kind" = $4 and "adopted_outcome"."strand_id" = $5
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position", "adopted_association"."to_outcome_id";

select "adopted_outcome"."outcome_id" as "from", "adopted_association"."to_outcome_id" as "to"
	from "adopted_outcome"
	left join "adopted_association" on "adopted_association"."from_outcome_id" = "adopted_outcome"."outcome_id" and "adopted_association"."community_id" = $1 and "adopted_association"."kind" = $2
	where "adopted_outcome"."community_id" = $3 and "adopted_outcome"."kind" = $4
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position", "adopted_association"."to_outcome_id";

select "adopted_outcome"."outcome_id" as "outcomeId", "adopted_outcome"."strand_id" as "strandId", "strand"."name" as "strandName", "adopted_outcome"."code", "adopted_outcome"."statement", coalesce(mine.words, english.words, adopted_outcome.statement) as "words", "adopted_outcome"."age_from" as "ageFrom", "adopted_outcome"."age_to" as "ageTo", "adopted_outcome"."position"
	from "adopted_outcome"
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $1
	left join "learner_statement" as "mine" on "mine"."outcome_id" = "adopted_outcome"."outcome_id" and "mine"."community_id" = $2 and "mine"."band" = $3 and "mine"."locale" = $4
	left join "learner_statement" as "english" on "english"."outcome_id" = "adopted_outcome"."outcome_id" and "english"."community_id" = $5 and "english"."band" = $6 and "english"."locale" = $7
	where "adopted_outcome"."community_id" = $8 and "adopted_outcome"."kind" = $9 and "adopted_outcome"."outcome_id" = any($10::uuid[])
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position";

select "adopted_outcome"."outcome_id" as "outcomeId", "adopted_outcome"."strand_id" as "strandId", "strand"."name" as "strandName", "adopted_outcome"."code", "adopted_outcome"."statement", coalesce(mine.words, english.words, adopted_outcome.statement) as "words", "adopted_outcome"."age_from" as "ageFrom", "adopted_outcome"."age_to" as "ageTo", "adopted_outcome"."position"
	from "adopted_outcome"
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $1
	left join "learner_statement" as "mine" on "mine"."outcome_id" = "adopted_outcome"."outcome_id" and "mine"."community_id" = $2 and "mine"."band" = $3 and "mine"."locale" = $4
	left join "learner_statement" as "english" on "english"."outcome_id" = "adopted_outcome"."outcome_id" and "english"."community_id" = $5 and "english"."band" = $6 and "english"."locale" = $7
	where "adopted_outcome"."community_id" = $8 and "adopted_outcome"."kind" = $9 and "adopted_outcome"."strand_id" = $10
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position";

select "adopted_outcome"."outcome_id" as "outcomeId", "adopted_outcome"."strand_id" as "strandId", "strand"."name" as "strandName", "adopted_outcome"."code", "adopted_outcome"."statement", coalesce(mine.words, english.words, adopted_outcome.statement) as "words", "adopted_outcome"."age_from" as "ageFrom", "adopted_outcome"."age_to" as "ageTo", "adopted_outcome"."position"
	from "adopted_outcome"
	left join "strand" on "strand"."strand_id" = "adopted_outcome"."strand_id" and "strand"."community_id" = $1
	left join "learner_statement" as "mine" on "mine"."outcome_id" = "adopted_outcome"."outcome_id" and "mine"."community_id" = $2 and "mine"."band" = $3 and "mine"."locale" = $4
	left join "learner_statement" as "english" on "english"."outcome_id" = "adopted_outcome"."outcome_id" and "english"."community_id" = $5 and "english"."band" = $6 and "english"."locale" = $7
	where "adopted_outcome"."community_id" = $8 and "adopted_outcome"."kind" = $9
	order by "adopted_outcome"."framework_id", "adopted_outcome"."position";

select "strand"."strand_id" as "strandId", "strand"."name", "strand"."kind", "strand"."framework_id" as "frameworkId", count(*) as "outcomes"
	from "strand"
	inner join "adopted_outcome" on "adopted_outcome"."strand_id" = "strand"."strand_id" and "adopted_outcome"."community_id" = $1 and "adopted_outcome"."kind" = $2
	where "strand"."community_id" = $3
	group by "strand"."strand_id", "strand"."name", "strand"."kind", "strand"."framework_id", "strand"."position"
	order by "strand"."framework_id", "strand"."position";
