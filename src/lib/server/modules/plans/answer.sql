-- What answer.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select "kind"
	from "proposal_turn"
	where "community_id" = $1 and "proposal_id" = $2;

select "proposal_id" as "proposalId", "goal_id" as "goalId", "kind", "state", "base_version" as "baseVersion", "answered_by" as "answeredBy", "answered_at" as "answeredAt"
	from "goal_proposal"
	where "community_id" = $1 and "proposal_id" = $2;

select coalesce((select json_agg(to_json(r))
	from ( select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.fields ->> 'words' as "goalWords", g.review_on as "reviewOn"
	from goal g join person l on l.community_id = $1 and l.person_id = g.learner_id
	where g.community_id = $2 and g.learner_id = any($3::uuid[]) and g.review_on <= $4 and g.state in ('agreed','active','renegotiated')
	order by g.review_on, g.goal_id
	limit $5) r), '[]') as reviews, (select to_jsonb(a)
	from ( select p.proposal_id as "proposalId", p.learner_id as "learnerId", l.called as "learnerName", g.fields ->> 'words' as "goalWords", p.state as answer, p.answered_at as at
	from goal_proposal p join goal g on g.community_id = $6 and g.goal_id = p.goal_id join person l on l.community_id = $7 and l.person_id = p.learner_id
	where p.community_id = $8 and p.learner_id = any($9::uuid[]) and p.answered_by = $10 and p.answered_at >= $11 and p.state in ('agreed','declined','countered')
	order by p.answered_at desc
	limit 1) a) as answered;

select p.proposal_id as "proposalId", p.learner_id as "learnerId", l.called as "learnerName", g.fields ->> 'words' as "goalWords", p.state as answer, p.answered_at as at
	from goal_proposal p join goal g on g.community_id = $1 and g.goal_id = p.goal_id join person l on l.community_id = $2 and l.person_id = p.learner_id
	where p.community_id = $3 and p.learner_id = any($4::uuid[]) and p.answered_by = $5 and p.answered_at >= $6 and p.state in ('agreed','declined','countered')
	order by p.answered_at desc
	limit 1;

update "goal_proposal"
	set "state" = $1, "base_version" = $2, "talk_until" = $3, "answered_by" = $4, "answer_words" = $5, "answered_at" = $6
	where "community_id" = $7 and "proposal_id" = $8;
