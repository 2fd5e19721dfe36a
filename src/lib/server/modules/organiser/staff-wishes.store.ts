import { sql } from 'kysely';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { partOf, readAtOnce } from '../../platform/db/at-once.ts';
import type { PersonId } from '../../platform/ids.ts';
import { missingAt, type MissingRow, type WhereWorks } from './missing.store.ts';
import type { CallId, OfferId, PairId, Standing, WeekId } from './organiser.tables.ts';
import { sessionsToday, type SessionToday } from './sessions-today.store.ts';
import { heldIn, learnsAtSite } from './wish.store.ts';

export interface CompanyRowOfStaff {
	readonly otherId: PersonId;
	readonly other: string;
	readonly state: Standing;
	readonly isByLearner: boolean;
}

/** One learner of the asking adult, with what was said for the week. */
export interface WisherRow {
	readonly learnerId: PersonId;
	readonly called: string;
	readonly override: AgeBand | null;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly state: Standing | null;
	readonly savedAt: string | null;
	readonly savedBy: PersonId | null;
	readonly savedByName: string | null;
	readonly words: string | null;
	readonly otherWords: string | null;
	readonly otherAskedAt: string | null;
	readonly ranked: readonly { readonly offerId: OfferId; readonly title: string }[];
	readonly company: readonly CompanyRowOfStaff[];
}

const ids = (learnerIds: readonly PersonId[]) => sql`any(${[...learnerIds]}::uuid[])`;

/** These learners as far as they learn at the week's site, by what they are called. One statement. */
export async function listWishers(
	scope: Scope,
	weekId: WeekId,
	learnerIds: readonly PersonId[]
): Promise<readonly WisherRow[]> {
	const { communityId } = scope;
	const { rows } = await sql<WisherRow>`
select p.person_id as "learnerId", p.called, p.band as override, p.birth_date as "birthDate", p.grade,
	l.state, to_jsonb(l.saved_at) #>> '{}' as "savedAt", l.saved_by as "savedBy", s.called as "savedByName", l.words,
	l.other_words as "otherWords", to_jsonb(l.other_asked_at) #>> '{}' as "otherAskedAt",
	coalesce((select jsonb_agg(jsonb_build_object('offerId', r.offer_id, 'title', o.title) order by r.rank)
		from week_wish r join offer o on o.community_id = ${communityId} and o.offer_id = r.offer_id
		where r.community_id = ${communityId} and r.week_id = w.week_id and r.learner_id = p.person_id), '[]') as ranked,
	coalesce((select jsonb_agg(jsonb_build_object('otherId', c.other_id, 'other', q.called, 'state', c.state,
			'isByLearner', c.said_by = c.learner_id) order by q.called)
		from company_wish c join person q on q.community_id = ${communityId} and q.person_id = c.other_id
		where c.community_id = ${communityId} and c.learner_id = p.person_id), '[]') as company
from site_week w
join person p on p.community_id = ${communityId} and p.person_id = ${ids(learnerIds)} and p.status = 'active'
	and ${learnsAtSite(scope)}
left join wish_list l on l.community_id = ${communityId} and l.week_id = w.week_id and l.learner_id = p.person_id
left join person s on s.community_id = ${communityId} and s.person_id = l.saved_by
where w.community_id = ${communityId} and w.week_id = ${weekId}
order by p.called, p.person_id`.execute(scope.tx);
	return rows;
}

/** What can be held in the week, by title: for calls, and for wishes said with a child. */
export interface HeldOffer {
	readonly offerId: OfferId;
	readonly title: string;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
}

export async function listHeld(scope: Scope, weekId: WeekId): Promise<readonly HeldOffer[]> {
	const { communityId } = scope;
	const { rows } = await sql<HeldOffer>`
select o.offer_id as "offerId", o.title, o.age_from as "ageFrom", o.age_to as "ageTo"
from site_week w join offer o on ${heldIn(scope)}
where w.community_id = ${communityId} and w.week_id = ${weekId}
order by o.title, o.offer_id`.execute(scope.tx);
	return rows;
}

/** A call of one of these learners that stands in the week or was withdrawn lately. */
export interface StaffCallRow {
	readonly callId: CallId;
	readonly learnerId: PersonId;
	readonly called: string;
	readonly offerId: OfferId;
	readonly title: string;
	readonly isMust: boolean;
	readonly severity: number;
	readonly reason: string;
	readonly untilDay: SchoolDay;
	readonly by: string | null;
	readonly isMet: boolean;
	readonly isWithdrawn: boolean;
	readonly objection: string | null;
	readonly objectedAt: Date | null;
	readonly answer: string | null;
}

/** Objections that wait come first. */
export async function listStaffCalls(
	scope: Scope,
	weekId: WeekId,
	learnerIds: readonly PersonId[]
): Promise<readonly StaffCallRow[]> {
	const { communityId } = scope;
	const { rows } = await sql<StaffCallRow>`
select c.call_id as "callId", c.learner_id as "learnerId", p.called, c.offer_id as "offerId", o.title, c.is_must as "isMust",
	c.severity, c.reason, c.until_day as "untilDay", a.called as by, c.met_week_id is not null as "isMet",
	c.withdrawn_at is not null as "isWithdrawn", c.objection, c.objected_at as "objectedAt", c.answer
from site_week w
join offer_call c on c.community_id = ${communityId} and c.learner_id = ${ids(learnerIds)}
	and c.from_day < w.starts_on + 7 and c.until_day >= w.starts_on
join offer o on o.community_id = ${communityId} and o.offer_id = c.offer_id and o.site_id = w.site_id
join person p on p.community_id = ${communityId} and p.person_id = c.learner_id
left join person a on a.community_id = ${communityId} and a.person_id = c.made_by
where w.community_id = ${communityId} and w.week_id = ${weekId}
	and (c.withdrawn_at is null or c.withdrawn_at > ${new Date(scope.now.getTime() - 86_400_000)})
order by c.objection is null or c.answer is not null, c.withdrawn_at is not null, o.title, p.called, c.call_id
limit 300`.execute(scope.tx);
	return rows;
}

/** Two who are kept apart, as an adult who works with either reads it. */
export interface PairView {
	readonly pairId: PairId;
	readonly one: string;
	readonly other: string;
	readonly reason: string;
}

export async function listPairs(
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<readonly PairView[]> {
	const { communityId } = scope;
	const { rows } = await sql<PairView>`
select k.pair_id as "pairId", a.called as one, b.called as other, k.reason
from apart_pair k
join person a on a.community_id = ${communityId} and a.person_id = k.learner_id
join person b on b.community_id = ${communityId} and b.person_id = k.other_id
where k.community_id = ${communityId} and k.ended_at is null
	and (k.learner_id = ${ids(learnerIds)} or k.other_id = ${ids(learnerIds)})
order by a.called, b.called`.execute(scope.tx);
	return rows;
}

/** Something of the week that waits for an adult's answer. */
export interface WeekWaitingRow {
	readonly kind: 'objection' | 'wishes';
	readonly learnerId: PersonId;
	readonly learnerName: string;
	readonly since: Date;
	readonly weekId: WeekId | null;
	readonly callId: CallId | null;
	readonly isMust: boolean | null;
	readonly title: string | null;
	/** The objection, or "I'd like something else". */
	readonly words: string | null;
	readonly ranked: readonly string[] | null;
	readonly asksForOther: boolean | null;
	readonly startsOn: SchoolDay | null;
}

interface WhichToday {
	/** Whose sessions; none where null. */
	readonly adultId: PersonId | null;
	readonly learnerIds: readonly PersonId[];
	readonly siteIds: WhereWorks;
	/** The time of day at the sites, `HH:MM`. */
	readonly time: string;
}

/** What of the weeks an adult sees on their day. */
export interface WeekToday {
	readonly waiting: readonly WeekWaitingRow[];
	readonly missing: readonly MissingRow[];
	readonly sessions: readonly SessionToday[];
}

/** What of the weeks waits for an adult, who is missing now where they work, and what they lead today. One statement. */
export const findWeekToday = (
	scope: Scope,
	{ learnerIds, siteIds, time, adultId }: WhichToday
): Promise<WeekToday> =>
	readAtOnce(scope.tx, {
		waiting: partOf(weekWaiting(scope, learnerIds), (rows) =>
			rows.map((row) => ({ ...row, since: new Date(row.since) }))
		),
		missing: partOf(missingAt(scope, siteIds, time), (rows) => rows),
		sessions: partOf(sessionsToday(scope, adultId), (rows) => rows)
	});

/** Objections, lists that wait, and "something else", of weeks that are not over; oldest first. */
const weekWaiting = ({ communityId, today }: Scope, learnerIds: readonly PersonId[]) =>
	sql<WeekWaitingRow>`
select 'objection' as kind, c.learner_id as "learnerId", p.called as "learnerName", c.objected_at as since,
	null::uuid as "weekId", c.call_id as "callId", c.is_must as "isMust", o.title, c.objection as words, null::jsonb as ranked,
	null::boolean as "asksForOther", null::date as "startsOn"
from offer_call c
join offer o on o.community_id = ${communityId} and o.offer_id = c.offer_id
join person p on p.community_id = ${communityId} and p.person_id = c.learner_id
where c.community_id = ${communityId} and c.learner_id = ${ids(learnerIds)} and c.objection is not null
	and c.answer is null and c.withdrawn_at is null and c.until_day >= ${today}::date
union all
select 'wishes', l.learner_id, p.called, coalesce(l.other_asked_at, l.saved_at), l.week_id, null, null, null, l.other_words,
	(select jsonb_agg(o.title order by r.rank) from week_wish r
		join offer o on o.community_id = ${communityId} and o.offer_id = r.offer_id
		where r.community_id = ${communityId} and r.week_id = l.week_id and r.learner_id = l.learner_id),
	l.other_asked_at is not null, w.starts_on
from wish_list l
join site_week w on w.community_id = ${communityId} and w.week_id = l.week_id
join person p on p.community_id = ${communityId} and p.person_id = l.learner_id
where l.community_id = ${communityId} and l.learner_id = ${ids(learnerIds)} and w.starts_on > ${today}::date - 7
	and (l.other_asked_at is not null or (l.state = 'waiting' and l.saved_by = l.learner_id
		and exists (select 1 from week_wish r where r.community_id = ${communityId} and r.week_id = l.week_id
			and r.learner_id = l.learner_id)))
order by since, "learnerId"
limit 60`;
