-- What today.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select coalesce((select jsonb_agg(to_jsonb(g))
	from ( select g.goal_id as "goalId", g.learner_id as "learnerId", l.called as "learnerName", g.state, g.version, g.purpose, g.sharing, g.fields, g.sources, g.created_at as "createdAt", g.changed_at as "changedAt", coalesce((select jsonb_agg(jsonb_build_object('proposalId', p.proposal_id, 'kind', p.kind, 'state', p.state, 'side', p.side, 'rung', p.rung, 'authorId', p.author_id, 'authorName', n.called, 'authorRole', p.author_role, 'changes', p.changes, 'words', p.words, 'madeAt', p.made_at, 'talkUntil', p.talk_until, 'answeredBy', b.called, 'answerWords', p.answer_words, 'answeredAt', p.answered_at, 'turns', coalesce((select jsonb_agg(jsonb_build_object('name', tn.called, 'authorId', t.author_id, 'kind', t.kind, 'words', t.words, 'at', t.at)
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
	where g.community_id = $12 and g.learner_id = $13
	order by g.created_at, g.goal_id) g
	where g.state not in ('drafted','achieved','set-aside')), '[]') as goals, coalesce((select jsonb_agg(to_jsonb(t))
	from ( select x.*
	from (select o.opportunity_id as "opportunityId", o.title, o.about, o.minutes, o.cost_minor as "costMinor", o.currency, o.picture, (select g.goal_id
	from goal g join opportunity_outcome l on l.community_id = $14 and l.opportunity_id = o.opportunity_id and l.part = 'builds' and g.fields -> 'outcomeIds' ? l.outcome_id::text
	where g.community_id = $15 and g.learner_id = $16 and g.state in ('agreed','active','renegotiated')
	order by g.created_at
	limit 1) as "goalId"
	from opportunity o join person l on l.community_id = $17 and l.person_id = $18
	where o.community_id = $19 and o.place = 'home' and o.retired_at is null and coalesce(o.age_from, 0) <= coalesce(extract(year
	from age($20::date, l.birth_date)), 99) and coalesce(o.age_to, 99) >= coalesce(extract(year
	from age($21::date, l.birth_date)), 0)) x
	order by x."goalId" is null, md5(x."opportunityId"::text || to_char($22::date, 'IYYY-IW')), x."opportunityId"
	limit 3) t), '[]') as together;

select p.proposal_id as "proposalId", p.goal_id as "goalId", g.fields ->> 'words' as "goalWords", p.kind, case p.state when 'open' then 'proposal' when 'asked' then 'question' else p.state end as what, case p.state when 'open' then a.called when 'asked' then coalesce(t.name, a.called) else b.called end as name, case p.state when 'open' then p.words when 'asked' then t.words else p.answer_words end as words, coalesce(p.answered_at, t.at, p.made_at) as at
	from goal_proposal p join goal g on g.community_id = $1 and g.goal_id = p.goal_id join person a on a.community_id = $2 and a.person_id = p.author_id
	left join person b on b.community_id = $3 and b.person_id = p.answered_by
	left join lateral (select n.called as name, x.words, x.at
	from proposal_turn x join person n on n.community_id = $4 and n.person_id = x.author_id
	where x.community_id = $5 and x.proposal_id = p.proposal_id
	order by x.turn_id desc
	limit 1) t on true
	where p.community_id = $6 and p.learner_id = $7 and ( (p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner') or (p.state in ('agreed','declined') and p.side = 'learner' and p.answered_at > $8 and p.answered_by <> p.learner_id))
	order by p.state not in ('open','asked'), at desc, p.proposal_id
	limit $9;
