-- What today.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select coalesce((select json_agg(to_json(g))
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
	where g.state not in ('drafted','achieved','set-aside')), '[]') as goals, coalesce((select json_agg(to_json(t))
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

select coalesce((select jsonb_agg(jsonb_build_object('stepId', s."stepId", 'words', s.words, 'where', s."where", 'minutes', s.minutes, 'picture', s.picture))
	from ( select s.step_id as "stepId", s.goal_id as "goalId", s.opportunity_id as "opportunityId", s.words, s.where_words as "where", s.minutes, s.due_on as "dueOn", o.url, o.times, o.picture, s.added_by as "addedBy", n.called as "addedByName", s.waits_for as "waitsFor", s.done_at as "doneAt", s.removed_at as "removedAt", b.called as "answeredByName", s.answer_words as "answerWords"
	from step s join person n on n.community_id = $1 and n.person_id = s.added_by
	left join person b on b.community_id = $2 and b.person_id = s.answered_by
	left join opportunity o on o.community_id = $3 and o.opportunity_id = s.opportunity_id
	left join goal g on g.community_id = $4 and g.goal_id = s.goal_id
	where s.community_id = $5 and s.learner_id = $6 and s.removed_at is null and s.done_at is null and s.waits_for is null and coalesce(g.state, 'active') not in ('set-aside')
	order by s.done_at is not null, s.due_on nulls last, s.position, s.step_id
	limit $7) s), '[]') as steps, coalesce((select json_agg(to_json(r))
	from ( select p.proposal_id as "proposalId", p.goal_id as "goalId", g.fields ->> 'words' as "goalWords", p.kind, case p.state when 'open' then 'proposal' when 'asked' then 'question' else p.state end as what, case p.state when 'open' then a.called when 'asked' then coalesce(t.name, a.called) else b.called end as name, case p.state when 'open' then p.words when 'asked' then t.words else p.answer_words end as words, coalesce(p.answered_at, t.at, p.made_at) as at
	from goal_proposal p join goal g on g.community_id = $8 and g.goal_id = p.goal_id join person a on a.community_id = $9 and a.person_id = p.author_id
	left join person b on b.community_id = $10 and b.person_id = p.answered_by
	left join lateral (select n.called as name, x.words, x.at
	from proposal_turn x join person n on n.community_id = $11 and n.person_id = x.author_id
	where x.community_id = $12 and x.proposal_id = p.proposal_id
	order by x.turn_id desc
	limit 1) t on true
	where p.community_id = $13 and p.learner_id = $14 and ( (p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner') or (p.state in ('agreed','declined') and p.side = 'learner' and p.answered_at > $15 and p.answered_by <> p.learner_id))
	order by p.state not in ('open','asked'), at desc, p.proposal_id
	limit $16) r), '[]') as replies, (select to_jsonb(f)
	from ( select o.outcome_id as "outcomeId", coalesce(mine.words, english.words, o.statement) as words, (select to_jsonb(c)
	from ( with own as ( select m.site_id
	from membership m
	where m.community_id = $17 and m.person_id = $18 and m.role = 'learner' and m.starts_at <= $19 and (m.ends_at is null or m.ends_at > $20)
	order by m.starts_at desc
	limit 1) select coalesce((select s.time_zone
	from site s
	where s.community_id = $21 and s.site_id = (select site_id
	from own)), 'UTC') as "timeZone", coalesce((select array_agg(distinct p.weekday)
	from period p
	where p.community_id = $22 and p.site_id = (select site_id
	from own)), '{}') as weekdays, coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'startsOn', t.starts_on, 'endsOn', t.ends_on))
	from term t
	where t.community_id = $23 and t.ends_on >= $24 and (t.site_id is null or t.site_id = (select site_id
	from own))), '[]') as terms, coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'reason', c.reason))
	from closed_day c
	where c.community_id = $25 and c.site_id = (select site_id
	from own) and c.day between $26 and $27), '[]') as closed) c) as calendar
	from adopted_outcome o
	left join learner_statement mine on mine.community_id = $28 and mine.outcome_id = o.outcome_id and mine.band = $29 and mine.locale = $30
	left join learner_statement english on english.community_id = $31 and english.outcome_id = o.outcome_id and english.band = $32 and english.locale = 'en'
	where o.community_id = $33 and o.outcome_id = $34) f) as refresher;

select coalesce((select jsonb_agg(jsonb_build_object('stepId', s."stepId", 'words', s.words, 'where', s."where", 'minutes', s.minutes, 'picture', s.picture))
	from ( select s.step_id as "stepId", s.goal_id as "goalId", s.opportunity_id as "opportunityId", s.words, s.where_words as "where", s.minutes, s.due_on as "dueOn", o.url, o.times, o.picture, s.added_by as "addedBy", n.called as "addedByName", s.waits_for as "waitsFor", s.done_at as "doneAt", s.removed_at as "removedAt", b.called as "answeredByName", s.answer_words as "answerWords"
	from step s join person n on n.community_id = $1 and n.person_id = s.added_by
	left join person b on b.community_id = $2 and b.person_id = s.answered_by
	left join opportunity o on o.community_id = $3 and o.opportunity_id = s.opportunity_id
	left join goal g on g.community_id = $4 and g.goal_id = s.goal_id
	where s.community_id = $5 and s.learner_id = $6 and s.removed_at is null and s.done_at is null and s.waits_for is null and coalesce(g.state, 'active') not in ('set-aside')
	order by s.done_at is not null, s.due_on nulls last, s.position, s.step_id
	limit $7) s), '[]') as steps, coalesce((select json_agg(to_json(r))
	from ( select p.proposal_id as "proposalId", p.goal_id as "goalId", g.fields ->> 'words' as "goalWords", p.kind, case p.state when 'open' then 'proposal' when 'asked' then 'question' else p.state end as what, case p.state when 'open' then a.called when 'asked' then coalesce(t.name, a.called) else b.called end as name, case p.state when 'open' then p.words when 'asked' then t.words else p.answer_words end as words, coalesce(p.answered_at, t.at, p.made_at) as at
	from goal_proposal p join goal g on g.community_id = $8 and g.goal_id = p.goal_id join person a on a.community_id = $9 and a.person_id = p.author_id
	left join person b on b.community_id = $10 and b.person_id = p.answered_by
	left join lateral (select n.called as name, x.words, x.at
	from proposal_turn x join person n on n.community_id = $11 and n.person_id = x.author_id
	where x.community_id = $12 and x.proposal_id = p.proposal_id
	order by x.turn_id desc
	limit 1) t on true
	where p.community_id = $13 and p.learner_id = $14 and ( (p.state = 'open' and p.side = 'adult') or (p.state = 'asked' and p.side = 'learner') or (p.state in ('agreed','declined') and p.side = 'learner' and p.answered_at > $15 and p.answered_by <> p.learner_id))
	order by p.state not in ('open','asked'), at desc, p.proposal_id
	limit $16) r), '[]') as replies, null::jsonb as refresher;
