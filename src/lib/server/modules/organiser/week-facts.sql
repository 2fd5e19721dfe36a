-- What week-facts.store.ts sends, as the database tests saw it.
-- Made by tools/generate/recorded-sql.ts; do not edit.

select 'wants' as kind, c.learner_id as "learnerId", c.other_id as "otherId"
	from company_wish c
	where c.community_id = $1 and c.state = 'in-force'
	union all select 'apart', a.learner_id, a.other_id
	from apart_pair a
	where a.community_id = $2 and a.ended_at is null
	order by 1, 2, 3;

select a.person_id as "personId", a.room_id as "roomId", a.starts_on as "startsOn", a.ends_on as "endsOn", a.period_id as "periodId"
	from absence a
	where a.community_id = $1 and a.removed_at is null and a.starts_on <= $2 and a.ends_on >= $3
	order by a.absence_id;

select c.call_id as "callId", c.learner_id as "learnerId", c.offer_id as "offerId", c.is_must as "isMust", c.severity, c.from_day as "fromDay"
	from offer_call c
	where c.community_id = $1 and c.withdrawn_at is null and c.from_day <= $2 and c.until_day >= $3 and (c.is_must or c.met_week_id is null or c.met_week_id = $4)
	order by c.call_id;

select distinct on (f.learner_id) f.learner_id as "learnerId", f.credit
	from week_fairness f join site_week w on w.community_id = $1 and w.week_id = f.week_id
	where f.community_id = $2 and w.site_id = $3 and w.starts_on < $4 and w.starts_on >= $5
	order by f.learner_id, w.starts_on desc;

select distinct p.person_id as "personId", p.called, m.role, p.birth_date as "birthDate", p.grade, p.band, l.most_sessions as "mostSessions"
	from membership m join person p on p.community_id = $1 and p.person_id = m.person_id and p.status = 'active'
	left join adult_load l on l.community_id = $2 and l.person_id = m.person_id
	where m.community_id = $3 and (m.site_id = $4 or m.site_id is null) and m.starts_at <= $5 and (m.ends_at is null or m.ends_at > $6)
	order by p.person_id, m.role;

select e.adult_id as "personId", e.day, p.starts_at as "startsAt", p.ends_at as "endsAt"
	from week_session e join period p on p.community_id = $1 and p.period_id = e.period_id
	where e.community_id = $2 and e.cancelled_at is null and e.adult_id is not null and p.site_id <> $3 and e.day >= $4 and e.day <= $5
	order by e.session_id;

select e.offer_id as "offerId", e.section, e.day, e.period_id as "periodId", e.room_id as "roomId", e.adult_id as "adultId", coalesce((select jsonb_agg(s.learner_id
	order by s.learner_id)
	from week_seat s
	where s.community_id = $1 and s.session_id = e.session_id), '[]') as "learnerIds"
	from week_session e join site_week w on w.community_id = $2 and w.week_id = e.week_id and w.state = 'published'
	where e.community_id = $3 and e.cancelled_at is null and w.site_id = $4 and w.starts_on = $5
	order by e.offer_id, e.section;

select o.offer_id as "offerId", o.title, o.kind, o.opportunity_id as "opportunityId", o.strand_id as "strandId", o.age_from as "ageFrom", o.age_to as "ageTo", o.sections, o.minimum, o.maximum, o.grouping, o.age_spread_months as "ageSpreadMonths", o.needs_room as "needsRoom", o.features, o.period_ids as "periodIds", o.cost_minor as cost, o.from_day as "fromDay", o.until_day as "untilDay", coalesce(( select array_agg(x.outcome_id
	order by x.outcome_id)
	from offer_outcome x
	where x.community_id = $1 and x.offer_id = o.offer_id and x.part = $2), '{}') as builds, coalesce(( select array_agg(x.outcome_id
	order by x.outcome_id)
	from offer_outcome x
	where x.community_id = $3 and x.offer_id = o.offer_id and x.part = $4), '{}') as "needsFirst", coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'isUsual', a.is_usual)
	order by a.person_id)
	from offer_adult a
	where a.community_id = $5 and a.offer_id = o.offer_id), '[]') as adults
	from offer o
	where o.community_id = $6 and o.site_id = $7 and ((o.retired_at is null and o.from_day <= $8 and (o.until_day is null or o.until_day >= $9)) or exists (select 1
	from week_session e
	where e.community_id = $10 and e.week_id = $11 and e.offer_id = o.offer_id and e.cancelled_at is null))
	order by o.offer_id;

select o.outcome_id as "outcomeId", o.strand_id as "strandId", o.age_from as "from", o.age_to as "to"
	from adopted_outcome o
	where o.community_id = $1 and o.kind = 'outcome';

select r.strand_id as "strandId", r.band, max(ceil(r.least::numeric / greatest(1, case when r.per = 'year' then 40 else round((t.ends_on - t.starts_on + 1) / 7.0) end)))::int as "weeklyMinutes"
	from entitlement_rule r join term t on t.community_id = $1 and t.kind = r.per and t.starts_on <= $2 and t.ends_on >= $3 and (t.site_id is null or t.site_id = $4)
	where r.community_id = $5 and r.measure = 'minutes'
	group by r.strand_id, r.band
	order by r.strand_id, r.band;

select s.learner_id as "learnerId", '[]'::jsonb as "outcomeIds", s.opportunity_id as "opportunityId", s.due_on as "dueOn", s.added_at as since
	from step s
	where s.community_id = $1 and s.learner_id = any($2::uuid[]) and s.opportunity_id is not null and s.waits_for is null and s.done_at is null and s.removed_at is null
	union all select g.learner_id, g.fields->'outcomeIds', null, g.review_on, g.created_at
	from goal g
	where g.community_id = $3 and g.learner_id = any($4::uuid[]) and g.state in ('agreed', 'active', 'renegotiated')
	order by 1, 5;

select s.learner_id as "learnerId", o.strand_id as "strandId", (($1::date - w.starts_on) / 7)::int as "weeksAgo", sum(extract(epoch
	from (p.ends_at - p.starts_at)) / 60)::int as minutes
	from week_seat s join week_session e on e.community_id = $2 and e.session_id = s.session_id and e.cancelled_at is null join site_week w on w.community_id = $3 and w.week_id = s.week_id and w.state = 'published' join offer o on o.community_id = $4 and o.offer_id = e.offer_id join period p on p.community_id = $5 and p.period_id = e.period_id
	where s.community_id = $6 and w.site_id = $7 and o.strand_id is not null and w.starts_on < $8 and w.starts_on >= $9
	group by s.learner_id, o.strand_id, w.starts_on;

select w.learner_id as "learnerId", w.offer_id as "offerId", w.rank
	from week_wish w join wish_list l on l.community_id = $1 and l.week_id = $2 and l.learner_id = w.learner_id join site_week k on k.community_id = $3 and k.week_id = $4
	where w.community_id = $5 and w.week_id = $6 and l.state = 'in-force' and (k.state = 'published' or l.saved_at <= k.wishes_until)
	order by w.learner_id, w.rank, w.offer_id;

select w.starts_on as "startsOn"
	from site_week w
	where w.community_id = $1 and w.site_id = $2 and w.state = 'published' and w.starts_on < $3 and w.starts_on >= $4;
