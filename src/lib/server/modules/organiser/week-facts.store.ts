import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId, SiteId } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';
import type { WeekId } from './organiser.tables.ts';
import type {
	AbsenceFact,
	BusyFact,
	CallFact,
	GivenFact,
	OfferFact,
	PairFact,
	PersonFact,
	PlannedFact,
	RuleFact,
	SeatedFact,
	WishFact
} from './week-facts.ts';

/** The days of a week at a site. */
export interface WeekSpan {
	readonly weekId: WeekId;
	readonly siteId: SiteId;
	readonly startsOn: SchoolDay;
}
const lastDay = ({ startsOn }: WeekSpan): SchoolDay => addDays(startsOn, 6);

/** Offers in force on some day of the week, or held in it whatever became of them since, with what they build, need first, and who may lead them. */
export async function listOfferFacts(
	{ tx, communityId }: Scope,
	span: WeekSpan
): Promise<readonly OfferFact[]> {
	const outcomes = (part: 'builds' | 'needs') => sql`coalesce((
	select array_agg(x.outcome_id order by x.outcome_id) from offer_outcome x
	where x.community_id = ${communityId} and x.offer_id = o.offer_id and x.part = ${part}), '{}')`;
	const { rows } = await sql<OfferFact>`
select o.offer_id as "offerId", o.title, o.kind, o.opportunity_id as "opportunityId", o.strand_id as "strandId",
	o.age_from as "ageFrom", o.age_to as "ageTo", o.sections, o.minimum, o.maximum, o.grouping,
	o.age_spread_months as "ageSpreadMonths", o.needs_room as "needsRoom", o.features, o.period_ids as "periodIds",
	o.cost_minor as cost, o.from_day as "fromDay", o.until_day as "untilDay",
	${outcomes('builds')} as builds, ${outcomes('needs')} as "needsFirst",
	coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'isUsual', a.is_usual) order by a.person_id)
		from offer_adult a where a.community_id = ${communityId} and a.offer_id = o.offer_id), '[]') as adults
from offer o
where o.community_id = ${communityId} and o.site_id = ${span.siteId}
	and ((o.retired_at is null and o.from_day <= ${lastDay(span)} and (o.until_day is null or o.until_day >= ${span.startsOn}))
		or exists (select 1 from week_session e where e.community_id = ${communityId} and e.week_id = ${span.weekId}
			and e.offer_id = o.offer_id and e.cancelled_at is null))
order by o.offer_id`.execute(tx);
	return rows;
}

/** Everybody with a membership at the site or at all sites, once for each role, with their load. */
export async function listPersonFacts(
	{ tx, communityId, now }: Scope,
	{ siteId }: WeekSpan
): Promise<readonly PersonFact[]> {
	const { rows } = await sql<PersonFact>`
select distinct p.person_id as "personId", p.called, m.role, p.birth_date as "birthDate", p.grade, p.band,
	l.most_sessions as "mostSessions"
from membership m
join person p on p.community_id = ${communityId} and p.person_id = m.person_id and p.status = 'active'
left join adult_load l on l.community_id = ${communityId} and l.person_id = m.person_id
where m.community_id = ${communityId} and (m.site_id = ${siteId} or m.site_id is null)
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
order by p.person_id, m.role`.execute(tx);
	return rows;
}

export async function listAbsenceFacts(
	{ tx, communityId }: Scope,
	span: WeekSpan
): Promise<readonly AbsenceFact[]> {
	const { rows } = await sql<AbsenceFact>`
select a.person_id as "personId", a.room_id as "roomId", a.starts_on as "startsOn", a.ends_on as "endsOn",
	a.period_id as "periodId"
from absence a
where a.community_id = ${communityId} and a.removed_at is null
	and a.starts_on <= ${lastDay(span)} and a.ends_on >= ${span.startsOn}
order by a.absence_id`.execute(tx);
	return rows;
}

/** Calls that stand in the week: musts, and calls that no other week has met. */
export async function listCallFacts(
	{ tx, communityId }: Scope,
	span: WeekSpan
): Promise<readonly CallFact[]> {
	const { rows } = await sql<CallFact>`
select c.call_id as "callId", c.learner_id as "learnerId", c.offer_id as "offerId", c.is_must as "isMust", c.severity,
	c.from_day as "fromDay"
from offer_call c
where c.community_id = ${communityId} and c.withdrawn_at is null
	and c.from_day <= ${lastDay(span)} and c.until_day >= ${span.startsOn}
	and (c.is_must or c.met_week_id is null or c.met_week_id = ${span.weekId})
order by c.call_id`.execute(tx);
	return rows;
}

/** What learners wish, of the lists that are in force; one said after wishes closed counts once the week is published. */
export async function listWishFacts(
	{ tx, communityId }: Scope,
	{ weekId }: WeekSpan
): Promise<readonly WishFact[]> {
	const { rows } = await sql<WishFact>`
select w.learner_id as "learnerId", w.offer_id as "offerId", w.rank
from week_wish w
join wish_list l on l.community_id = ${communityId} and l.week_id = ${weekId} and l.learner_id = w.learner_id
join site_week k on k.community_id = ${communityId} and k.week_id = ${weekId}
where w.community_id = ${communityId} and w.week_id = ${weekId} and l.state = 'in-force'
	and (k.state = 'published' or l.saved_at <= k.wishes_until)
order by w.learner_id, w.rank, w.offer_id`.execute(tx);
	return rows;
}

/** Wished-for company in force, and pairs that are kept apart. */
export async function listPairFacts({ tx, communityId }: Scope): Promise<readonly PairFact[]> {
	const { rows } = await sql<PairFact>`
select 'wants' as kind, c.learner_id as "learnerId", c.other_id as "otherId" from company_wish c
where c.community_id = ${communityId} and c.state = 'in-force'
union all
select 'apart', a.learner_id, a.other_id from apart_pair a
where a.community_id = ${communityId} and a.ended_at is null
order by 1, 2, 3`.execute(tx);
	return rows;
}

/** Steps that are agreed and not done, and outcomes of goals in force, of these learners. */
export async function listPlannedFacts(
	{ tx, communityId }: Scope,
	learnerIds: readonly PersonId[]
): Promise<readonly PlannedFact[]> {
	const mine = [...learnerIds];
	const { rows } = await sql<Omit<PlannedFact, 'since'> & { readonly since: string }>`
select s.learner_id as "learnerId", '[]'::jsonb as "outcomeIds", s.opportunity_id as "opportunityId",
	s.due_on as "dueOn", s.added_at as since
from step s
where s.community_id = ${communityId} and s.learner_id = any(${mine}::uuid[]) and s.opportunity_id is not null
	and s.waits_for is null and s.done_at is null and s.removed_at is null
union all
select g.learner_id, g.fields->'outcomeIds', null, g.review_on, g.created_at
from goal g
where g.community_id = ${communityId} and g.learner_id = any(${mine}::uuid[])
	and g.state in ('agreed', 'active', 'renegotiated')
order by 1, 5`.execute(tx);
	return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}

/** Strand and ages of each outcome. */
export interface OutcomeFact {
	readonly outcomeId: OutcomeId;
	readonly strandId: StrandId | null;
	readonly from: number | null;
	readonly to: number | null;
}

export async function listOutcomeFacts({
	tx,
	communityId
}: Scope): Promise<readonly OutcomeFact[]> {
	const { rows } = await sql<OutcomeFact>`
select o.outcome_id as "outcomeId", o.strand_id as "strandId", o.age_from as "from", o.age_to as "to"
from adopted_outcome o
where o.community_id = ${communityId} and o.kind = 'outcome'`.execute(tx);
	return rows;
}

/** The latest credit of each learner, from the last four weeks of the site. */
export async function listCredits(
	{ tx, communityId }: Scope,
	{ siteId, startsOn }: WeekSpan
): Promise<ReadonlyMap<PersonId, number>> {
	const { rows } = await sql<{ readonly learnerId: PersonId; readonly credit: number }>`
select distinct on (f.learner_id) f.learner_id as "learnerId", f.credit
from week_fairness f
join site_week w on w.community_id = ${communityId} and w.week_id = f.week_id
where f.community_id = ${communityId} and w.site_id = ${siteId}
	and w.starts_on < ${startsOn} and w.starts_on >= ${addDays(startsOn, -28)}
order by f.learner_id, w.starts_on desc`.execute(tx);
	return new Map(rows.map(({ learnerId, credit }) => [learnerId, credit]));
}

/** Minutes each band is owed a week in a strand: the rule of the term or year over its school weeks. */
export async function listRuleFacts(
	{ tx, communityId }: Scope,
	{ siteId, startsOn }: WeekSpan
): Promise<readonly RuleFact[]> {
	const { rows } = await sql<RuleFact>`
select r.strand_id as "strandId", r.band,
	max(ceil(r.least::numeric / greatest(1, case when r.per = 'year' then 40 else round((t.ends_on - t.starts_on + 1) / 7.0) end)))::int
		as "weeklyMinutes"
from entitlement_rule r
join term t on t.community_id = ${communityId} and t.kind = r.per and t.starts_on <= ${addDays(startsOn, 6)}
	and t.ends_on >= ${startsOn} and (t.site_id is null or t.site_id = ${siteId})
where r.community_id = ${communityId} and r.measure = 'minutes'
group by r.strand_id, r.band
order by r.strand_id, r.band`.execute(tx);
	return rows;
}

/** Minutes given by strand in the three published weeks before, by weeks ago. */
export async function listGivenFacts(
	{ tx, communityId }: Scope,
	{ siteId, startsOn }: WeekSpan
): Promise<readonly GivenFact[]> {
	const { rows } = await sql<GivenFact>`
select s.learner_id as "learnerId", o.strand_id as "strandId", ((${startsOn}::date - w.starts_on) / 7)::int as "weeksAgo",
	sum(extract(epoch from (p.ends_at - p.starts_at)) / 60)::int as minutes
from week_seat s
join week_session e on e.community_id = ${communityId} and e.session_id = s.session_id and e.cancelled_at is null
join site_week w on w.community_id = ${communityId} and w.week_id = s.week_id and w.state = 'published'
join offer o on o.community_id = ${communityId} and o.offer_id = e.offer_id
join period p on p.community_id = ${communityId} and p.period_id = e.period_id
where s.community_id = ${communityId} and w.site_id = ${siteId} and o.strand_id is not null
	and w.starts_on < ${startsOn} and w.starts_on >= ${addDays(startsOn, -21)}
group by s.learner_id, o.strand_id, w.starts_on`.execute(tx);
	return rows;
}

/** How many weeks in a row before this one were published, three at most. */
export async function countWeeksKnown(
	{ tx, communityId }: Scope,
	{ siteId, startsOn }: WeekSpan
): Promise<number> {
	const { rows } = await sql<{ readonly startsOn: SchoolDay }>`
select w.starts_on as "startsOn" from site_week w
where w.community_id = ${communityId} and w.site_id = ${siteId} and w.state = 'published'
	and w.starts_on < ${startsOn} and w.starts_on >= ${addDays(startsOn, -21)}`.execute(tx);
	const known = new Set(rows.map((row) => row.startsOn));
	const missing = [1, 2, 3].find((ago) => !known.has(addDays(startsOn, -7 * ago)));
	return (missing ?? 4) - 1;
}

/** What adults lead at other sites in these days. */
export async function listBusyFacts(
	{ tx, communityId }: Scope,
	span: WeekSpan
): Promise<readonly BusyFact[]> {
	const { rows } = await sql<BusyFact>`
select e.adult_id as "personId", e.day, p.starts_at as "startsAt", p.ends_at as "endsAt"
from week_session e
join period p on p.community_id = ${communityId} and p.period_id = e.period_id
where e.community_id = ${communityId} and e.cancelled_at is null and e.adult_id is not null
	and p.site_id <> ${span.siteId} and e.day >= ${span.startsOn} and e.day <= ${lastDay(span)}
order by e.session_id`.execute(tx);
	return rows;
}

/** The published sessions of a site's week with their learners; nothing where that week is not published. */
export async function listSeatedFacts(
	{ tx, communityId }: Scope,
	siteId: SiteId,
	startsOn: SchoolDay
): Promise<readonly SeatedFact[]> {
	const { rows } = await sql<SeatedFact>`
select e.offer_id as "offerId", e.section, e.day, e.period_id as "periodId", e.room_id as "roomId", e.adult_id as "adultId",
	coalesce((select jsonb_agg(s.learner_id order by s.learner_id) from week_seat s
		where s.community_id = ${communityId} and s.session_id = e.session_id), '[]') as "learnerIds"
from week_session e
join site_week w on w.community_id = ${communityId} and w.week_id = e.week_id and w.state = 'published'
where e.community_id = ${communityId} and e.cancelled_at is null and w.site_id = ${siteId} and w.starts_on = ${startsOn}
order by e.offer_id, e.section`.execute(tx);
	return rows;
}
