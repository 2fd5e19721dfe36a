-- What goal-subjects.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select /* one plan */ g.goal_id as id, g.learner_id as "learnerId", g.fields ->> 'words' as title, coalesce((select jsonb_agg(distinct c.person_id)
	from commitment c
	where c.community_id = $1 and c.goal_id = g.goal_id and c.role = 'mentor' and c.removed_at is null), '[]') as mentors
	from goal g
	where g.community_id = $2 and g.goal_id = any($3::uuid[]);

select /* one plan */ p.proposal_id as id, g.learner_id as "learnerId", g.fields ->> 'words' as title, coalesce((select jsonb_agg(distinct c.person_id)
	from commitment c
	where c.community_id = $1 and c.goal_id = g.goal_id and c.role = 'mentor' and c.removed_at is null), '[]') as mentors
	from goal_proposal p join goal g on g.community_id = $2 and g.goal_id = p.goal_id
	where p.community_id = $3 and p.proposal_id = any($4::uuid[]);
