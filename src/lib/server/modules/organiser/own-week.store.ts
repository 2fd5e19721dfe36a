import { sql, type RawBuilder } from 'kysely';
import type { OfferKind, WishPrice } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import { daysOfTermsKept, type PeriodId, type PeriodView, type TermView } from '../school/index.ts';
import type {
	Actual,
	CallId,
	IntentionId,
	OfferId,
	SeatReason,
	SessionId,
	WeekId
} from './organiser.tables.ts';

/** A seat of a learner, with what the page says of it. */
export interface SeatRow {
	readonly sessionId: SessionId;
	readonly offerId: OfferId;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly title: string;
	readonly kind: OfferKind;
	readonly picture: string | null;
	readonly room: string | null;
	readonly adult: string | null;
	readonly why: SeatReason;
	readonly rank: number | null;
}

/** An adult's call, as the learner reads it. */
export interface OwnCallRow {
	readonly callId: CallId;
	readonly offerId: OfferId;
	readonly title: string;
	readonly isMust: boolean;
	readonly reason: string;
	readonly by: string | null;
	readonly objection: string | null;
	readonly answer: string | null;
	readonly answeredBy: string | null;
}

export interface UnmetRow {
	readonly offerId: OfferId;
	readonly title: string;
	readonly rank: number;
	readonly cause: string;
	readonly price: WishPrice | null;
}

export interface IntentionView {
	readonly intentionId: IntentionId;
	readonly day: SchoolDay;
	readonly periodId: PeriodId | null;
	readonly words: string;
	readonly actual: Actual | null;
	readonly actualWords: string | null;
}

/** A learner's site with one of its weeks; `week` is null where none was opened. */
export interface OwnWeekRow {
	readonly siteId: SiteId;
	readonly timeZone: string;
	readonly called: string;
	readonly week: {
		readonly weekId: WeekId;
		readonly state: 'open' | 'published';
		readonly wishesUntil: string;
	} | null;
	readonly periods: readonly PeriodView[];
	readonly terms: readonly TermView[];
	readonly closed: readonly { readonly day: SchoolDay; readonly reason: string }[];
	readonly seats: readonly SeatRow[];
	readonly calls: readonly OwnCallRow[];
	readonly unmet: readonly UnmetRow[];
	readonly intentions: readonly IntentionView[];
	/** Mondays of the site's weeks that can be looked at, with whether they take wishes now. */
	readonly weeks: readonly { readonly startsOn: SchoolDay; readonly takesWishes: boolean }[];
}

const seats = ({
	communityId
}: Scope) => sql`select x.session_id as "sessionId", x.offer_id as "offerId", x.day,
	x.period_id as "periodId", o.title, o.kind, b.picture, r.name as room, a.called as adult, t.why, t.rank
from week_seat t
join week_session x on x.community_id = ${communityId} and x.session_id = t.session_id and x.cancelled_at is null
join offer o on o.community_id = ${communityId} and o.offer_id = x.offer_id
left join opportunity b on b.community_id = ${communityId} and b.opportunity_id = o.opportunity_id
left join room r on r.community_id = ${communityId} and r.room_id = x.room_id
left join person a on a.community_id = ${communityId} and a.person_id = x.adult_id
where t.community_id = ${communityId} and t.learner_id = p.person_id and t.week_id = w.week_id`;

const calls = (
	{ communityId }: Scope,
	monday: SchoolDay
) => sql`select c.call_id as "callId", c.offer_id as "offerId",
	o.title, c.is_must as "isMust", c.reason, a.called as by, c.objection, c.answer, d.called as "answeredBy"
from offer_call c
join offer o on o.community_id = ${communityId} and o.offer_id = c.offer_id
left join person a on a.community_id = ${communityId} and a.person_id = c.made_by
left join person d on d.community_id = ${communityId} and d.person_id = c.answered_by
where c.community_id = ${communityId} and c.learner_id = p.person_id
	and (c.withdrawn_at is null or c.answer is not null)
	and c.from_day < ${monday}::date + 7 and c.until_day >= ${monday}::date
	and (c.met_week_id is null or c.met_week_id = w.week_id)
order by c.is_must desc, c.made_at`;

const unmet = ({
	communityId
}: Scope) => sql`select u.offer_id as "offerId", o.title, u.rank, u.cause, u.price
from unmet_wish u
join offer o on o.community_id = ${communityId} and o.offer_id = u.offer_id
where u.community_id = ${communityId} and u.learner_id = p.person_id and u.week_id = w.week_id
order by u.rank`;

const intentions = ({
	communityId
}: Scope) => sql`select i.intention_id as "intentionId", i.day, i.period_id as "periodId",
	i.words, i.actual, i.actual_words as "actualWords"
from week_intention i
where i.community_id = ${communityId} and i.learner_id = p.person_id and i.week_id = w.week_id and i.removed_at is null
order by i.day, i.intention_id`;

const periods = ({
	communityId
}: Scope) => sql`select e.period_id as "periodId", e.weekday, e.position, e.name,
	e.starts_at as "startsAt", e.ends_at as "endsAt", e.kind
from period e where e.community_id = ${communityId} and e.site_id = s.site_id order by e.weekday, e.position`;

/** Those of the week and those lately over: a week without any of its own is holidays. */
const terms = (
	{ communityId }: Scope,
	monday: RawBuilder<unknown>
) => sql`select t.term_id as "termId", t.name, t.kind, t.starts_on as "startsOn",
	t.ends_on as "endsOn", t.site_id as "siteId"
from term t where t.community_id = ${communityId} and t.ends_on >= ${monday} - ${daysOfTermsKept}::int
	and t.starts_on <= ${monday} + 6`;

const closed = (
	{ communityId }: Scope,
	monday: RawBuilder<unknown>
) => sql`select d.day, d.reason from closed_day d where d.community_id = ${communityId} and d.site_id = s.site_id
	and d.day >= ${monday} and d.day < ${monday} + 7 order by d.day`;

const list = (rows: RawBuilder<unknown>) =>
	sql`coalesce((select json_agg(to_json(j)) from (${rows}) j), '[]')`;

/** Where the person learns now; a learner of two sites has two rows. */
const learning = ({ communityId, now }: Scope) => sql`from person p
join membership m on m.community_id = ${communityId} and m.person_id = p.person_id and m.role = 'learner'
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
join site s on s.community_id = ${communityId} and s.site_id = m.site_id`;

/** Everything of one learner's week in one statement; undefined where it may not be seen, or they learn at no site. */
export async function findOwnWeekRow(
	scope: Scope,
	learnerId: PersonId | null,
	monday: SchoolDay
): Promise<OwnWeekRow | undefined> {
	const { communityId, now } = scope;
	const from = sql`${monday}::date`;
	const { rows } = await sql<OwnWeekRow>`
select s.site_id as "siteId", s.time_zone as "timeZone", p.called,
	case when w.week_id is not null then jsonb_build_object('weekId', w.week_id, 'state', w.state,
		'wishesUntil', w.wishes_until) end as week,
	${list(periods(scope))} as periods, ${list(terms(scope, from))} as terms, ${list(closed(scope, from))} as closed,
	${list(seats(scope))} as seats, ${list(calls(scope, monday))} as calls, ${list(unmet(scope))} as unmet,
	${list(intentions(scope))} as intentions,
	coalesce((select jsonb_agg(jsonb_build_object('startsOn', v.starts_on,
			'takesWishes', v.state = 'open' and v.wishes_until >= ${now}) order by v.starts_on)
		from site_week v where v.community_id = ${communityId} and v.site_id = s.site_id
			and v.starts_on between ${monday}::date - 28 and ${monday}::date + 28), '[]') as weeks
${learning(scope)}
left join site_week w on w.community_id = ${communityId} and w.site_id = s.site_id and w.starts_on = ${monday}::date
where p.community_id = ${communityId} and p.person_id = ${learnerId} and p.status = 'active'
order by s.site_id
limit 1`.execute(scope.tx);
	return rows[0];
}

/** A published week of a learner, with what says when things are. */
export interface WeekAheadRow extends Pick<
	OwnWeekRow,
	'siteId' | 'timeZone' | 'periods' | 'terms' | 'closed' | 'seats'
> {
	readonly startsOn: SchoolDay;
}

/** The published weeks of a learner from this Monday on: this one and the next, the earlier first. */
export const weeksAhead = (scope: Scope, learnerId: PersonId | null, monday: SchoolDay) =>
	sql<WeekAheadRow>`
select s.site_id as "siteId", s.time_zone as "timeZone", w.starts_on as "startsOn", ${list(periods(scope))} as periods,
	${list(terms(scope, sql`w.starts_on`))} as terms, ${list(closed(scope, sql`w.starts_on`))} as closed,
	${list(seats(scope))} as seats
${learning(scope)}
join site_week w on w.community_id = ${scope.communityId} and w.site_id = s.site_id and w.state = 'published'
	and w.starts_on in (${monday}::date, ${monday}::date + 7)
where p.community_id = ${scope.communityId} and p.person_id = ${learnerId} and p.status = 'active'
order by w.starts_on, s.site_id
limit 2`;
