-- What proposal.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

insert into "goal_proposal" ("community_id", "proposal_id", "goal_id", "learner_id", "kind", "base_version", "author_id", "author_role", "side", "rung", "changes", "words", "state", "counters", "made_at", "talk_until", "answered_by", "answer_words", "answered_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

insert into "proposal_turn" ("turn_id", "proposal_id", "author_id", "kind", "words", "community_id", "at")
	values ($1, $2, $3, $4, $5, $6, $7)
	on conflict do nothing;

select "proposal_id" as "proposalId", "goal_id" as "goalId", "author_id" as "authorId", "author_role" as "authorRole", "kind", "side", "rung", "base_version" as "baseVersion", "changes", "counters"
	from "goal_proposal"
	where "community_id" = $1 and "goal_id" = $2 and "state" = $3 and "talk_until" >= $4
	order by "made_at" desc
	limit $5;

select "proposal_id" as "proposalId", "goal_id" as "goalId", "author_id" as "authorId", "author_role" as "authorRole", "kind", "side", "rung", "base_version" as "baseVersion", "changes", "counters", "state"
	from "goal_proposal"
	where "community_id" = $1 and "goal_id" = $2 and "state" in ($3);

select "proposal_id"
	from "goal_proposal"
	where "community_id" = $1 and "proposal_id" = $2;

update "goal_proposal"
	set "state" = $1
	where "community_id" = $2 and "proposal_id" = $3;

update "goal_proposal"
	set "state" = $1, "answered_by" = $2, "answered_at" = $3
	where "community_id" = $4 and "proposal_id" = $5;

update "goal_proposal"
	set "state" = $1, "answered_by" = $2, "answered_at" = $3, "answer_words" = $4
	where "community_id" = $5 and "proposal_id" = $6;

update "goal_proposal"
	set "state" = $1, "rung" = $2, "talk_until" = $3, "base_version" = $4
	where "community_id" = $5 and "proposal_id" = $6;
