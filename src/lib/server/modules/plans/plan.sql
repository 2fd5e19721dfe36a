-- What plan.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select *
	from ( select case when p.state = 'asked' then 'question' else 'proposal' end as what, p.proposal_id as id, p.goal_id as "goalId", p.learner_id as "learnerId", l.called as "learnerName", n.called as "authorName", p.author_role as "authorRole", g.fields ->> 'words' as "goalWords", p.kind, p.rung, p.changes, g.fields, p.words, p.made_at as since, (select jsonb_build_object('name', tn.called, 'words', t.words)
	from proposal_turn t join person tn on tn.community_id = $1 and tn.person_id = t.author_id
	where t.community_id = $2 and t.proposal_id = p.proposal_id
	order by t.turn_id desc
	limit 1) as "lastTurn"
	from goal_proposal p join goal g on g.community_id = $3 and g.goal_id = p.goal_id join person l on l.community_id = $4 and l.person_id = p.learner_id join person n on n.community_id = $5 and n.person_id = p.author_id
	where p.community_id = $6 and p.learner_id = any($7::uuid[]) and ((p.state = 'open' and p.side = 'learner') or (p.state = 'asked' and p.side = 'adult'))
	union all select 'step', s.step_id, s.goal_id, s.learner_id, l.called, n.called, 'learner', s.words, null, s.rung, '{}'::jsonb, null, s.where_words, s.added_at, null
	from step s join person l on l.community_id = $8 and l.person_id = s.learner_id join person n on n.community_id = $9 and n.person_id = s.added_by
	where s.community_id = $10 and s.learner_id = any($11::uuid[]) and s.waits_for = 'adult' and s.removed_at is null and s.done_at is null ) waiting
	order by since, id
	limit $12;

select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.fields ->> 'words' as "goalWords", g.review_on as "reviewOn"
	from goal g join person l on l.community_id = $1 and l.person_id = g.learner_id
	where g.community_id = $2 and g.learner_id = any($3::uuid[]) and g.review_on <= $4 and g.state in ('agreed','active','renegotiated')
	order by g.review_on, g.goal_id
	limit $5;

select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.state, g.version, g.purpose, g.sharing, g.fields, g.sources, g.created_at as "createdAt", g.changed_at as "changedAt", coalesce((select jsonb_agg(jsonb_build_object('proposalId', p.proposal_id, 'kind', p.kind, 'state', p.state, 'side', p.side, 'rung', p.rung, 'authorId', p.author_id, 'authorName', n.called, 'authorRole', p.author_role, 'changes', p.changes, 'words', p.words, 'madeAt', p.made_at, 'talkUntil', p.talk_until, 'answeredBy', b.called, 'answerWords', p.answer_words, 'answeredAt', p.answered_at, 'turns', coalesce((select jsonb_agg(jsonb_build_object('name', tn.called, 'authorId', t.author_id, 'kind', t.kind, 'words', t.words, 'at', t.at)
	order by t.turn_id)
	from proposal_turn t join person tn on tn.community_id = $1 and tn.person_id = t.author_id
	where t.community_id = $2 and t.proposal_id = p.proposal_id), '[]'))
	order by p.made_at desc, p.proposal_id desc)
	from goal_proposal p join person n on n.community_id = $3 and n.person_id = p.author_id
	left join person b on b.community_id = $4 and b.person_id = p.answered_by
	where p.community_id = $5 and p.goal_id = g.goal_id ), '[]') as proposals, coalesce((select jsonb_agg(jsonb_build_object('version', a.version, 'personId', a.person_id, 'name', n.called, 'role', a.role, 'side', a.side, 'at', a.at)
	order by a.version, a.at, n.called)
	from goal_agreement a join person n on n.community_id = $6 and n.person_id = a.person_id
	where a.community_id = $7 and a.goal_id = g.goal_id ), '[]') as agreements, coalesce((select jsonb_agg(jsonb_build_object('commitmentId', c.commitment_id, 'personId', c.person_id, 'name', n.called, 'role', c.role, 'words', c.words, 'due', c.due_words, 'dueOn', c.due_on, 'keptAt', c.kept_at)
	order by c.commitment_id)
	from commitment c join person n on n.community_id = $8 and n.person_id = c.person_id
	where c.community_id = $9 and c.goal_id = g.goal_id and c.removed_at is null), '[]') as commitments, coalesce((select jsonb_agg(jsonb_build_object('version', v.version, 'state', v.state, 'fields', v.fields, 'authorName', n.called, 'at', v.at)
	order by v.version)
	from goal_version v
	left join person n on n.community_id = $10 and n.person_id = v.author_id
	where v.community_id = $11 and v.goal_id = g.goal_id), '[]') as versions
	from goal g join person l on l.community_id = $12 and l.person_id = g.learner_id
	where g.community_id = $13 and g.learner_id = $14 and g.goal_id = $15
	order by g.created_at, g.goal_id;

select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.state, g.version, g.purpose, g.sharing, g.fields, g.sources, g.created_at as "createdAt", g.changed_at as "changedAt", coalesce((select jsonb_agg(jsonb_build_object('proposalId', p.proposal_id, 'kind', p.kind, 'state', p.state, 'side', p.side, 'rung', p.rung, 'authorId', p.author_id, 'authorName', n.called, 'authorRole', p.author_role, 'changes', p.changes, 'words', p.words, 'madeAt', p.made_at, 'talkUntil', p.talk_until, 'answeredBy', b.called, 'answerWords', p.answer_words, 'answeredAt', p.answered_at, 'turns', coalesce((select jsonb_agg(jsonb_build_object('name', tn.called, 'authorId', t.author_id, 'kind', t.kind, 'words', t.words, 'at', t.at)
	order by t.turn_id)
	from proposal_turn t join person tn on tn.community_id = $1 and tn.person_id = t.author_id
	where t.community_id = $2 and t.proposal_id = p.proposal_id), '[]'))
	order by p.made_at desc, p.proposal_id desc)
	from goal_proposal p join person n on n.community_id = $3 and n.person_id = p.author_id
	left join person b on b.community_id = $4 and b.person_id = p.answered_by
	where p.community_id = $5 and p.goal_id = g.goal_id and (p.state in ('open','asked') or (p.state = 'agreed' and p.talk_until >= $6))), '[]') as proposals, coalesce((select jsonb_agg(jsonb_build_object('version', a.version, 'personId', a.person_id, 'name', n.called, 'role', a.role, 'side', a.side, 'at', a.at)
	order by a.version, a.at, n.called)
	from goal_agreement a join person n on n.community_id = $7 and n.person_id = a.person_id
	where a.community_id = $8 and a.goal_id = g.goal_id and a.version = g.version), '[]') as agreements, coalesce((select jsonb_agg(jsonb_build_object('commitmentId', c.commitment_id, 'personId', c.person_id, 'name', n.called, 'role', c.role, 'words', c.words, 'due', c.due_words, 'dueOn', c.due_on, 'keptAt', c.kept_at)
	order by c.commitment_id)
	from commitment c join person n on n.community_id = $9 and n.person_id = c.person_id
	where c.community_id = $10 and c.goal_id = g.goal_id and c.removed_at is null), '[]') as commitments, '[]'::jsonb as versions
	from goal g join person l on l.community_id = $11 and l.person_id = g.learner_id
	where g.community_id = $12 and g.learner_id = $13 and (g.state not in ('achieved','set-aside') or g.changed_at > $14)
	order by g.created_at, g.goal_id;

select g.learner_id as "learnerId", count(*) filter (where g.state in ('agreed','active','renegotiated'))::int as "inForce", count(*) filter (where g.state = 'drafted')::int as drafts, count(*) filter (where (p.state = 'open' and p.side = 'learner') or (p.state = 'asked' and p.side = 'adult'))::int as "waitForAdult", count(*) filter (where (p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner'))::int as "waitForLearner", min(g.review_on) filter (where g.state in ('agreed','active','renegotiated')) as "reviewOn"
	from goal g
	left join goal_proposal p on p.community_id = $1 and p.goal_id = g.goal_id and p.state in ('open','asked')
	where g.community_id = $2 and g.learner_id = any($3::uuid[])
	group by g.learner_id;

select s.step_id as "stepId", s.goal_id as "goalId", s.opportunity_id as "opportunityId", s.words, s.where_words as "where", s.minutes, s.due_on as "dueOn", o.url, o.times, o.picture, s.added_by as "addedBy", n.called as "addedByName", s.waits_for as "waitsFor", s.done_at as "doneAt", s.removed_at as "removedAt", b.called as "answeredByName", s.answer_words as "answerWords"
	from step s join person n on n.community_id = $1 and n.person_id = s.added_by
	left join person b on b.community_id = $2 and b.person_id = s.answered_by
	left join opportunity o on o.community_id = $3 and o.opportunity_id = s.opportunity_id
	left join goal g on g.community_id = $4 and g.goal_id = s.goal_id
	where s.community_id = $5 and s.learner_id = $6 and s.removed_at is null and coalesce(g.state, 'active') not in ('set-aside')
	order by s.done_at is not null, s.due_on nulls last, s.position, s.step_id
	limit $7;

select s.step_id as "stepId", s.goal_id as "goalId", s.opportunity_id as "opportunityId", s.words, s.where_words as "where", s.minutes, s.due_on as "dueOn", o.url, o.times, o.picture, s.added_by as "addedBy", n.called as "addedByName", s.waits_for as "waitsFor", s.done_at as "doneAt", s.removed_at as "removedAt", b.called as "answeredByName", s.answer_words as "answerWords"
	from step s join person n on n.community_id = $1 and n.person_id = s.added_by
	left join person b on b.community_id = $2 and b.person_id = s.answered_by
	left join opportunity o on o.community_id = $3 and o.opportunity_id = s.opportunity_id
	left join goal g on g.community_id = $4 and g.goal_id = s.goal_id
	where s.community_id = $5 and s.learner_id = $6 and s.removed_at is null and s.goal_id = $7 and coalesce(g.state, 'active') not in ('set-aside')
	order by s.done_at is not null, s.due_on nulls last, s.position, s.step_id
	limit $8;
