import { sql } from 'kysely';
import type { OfferKind } from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type { PeriodId, RoomId, SchoolTables } from '../school/index.ts';
import type { OfferId, OrganiserTables, RunId, SessionId, WeekId } from './organiser.tables.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<OrganiserTables & SchoolTables & PeopleTables>();

/** A week with its site, as every page of it needs it. */
export interface WeekHead {
	readonly weekId: WeekId;
	readonly siteId: SiteId;
	readonly siteName: string;
	readonly timeZone: string;
	readonly startsOn: SchoolDay;
	readonly state: 'open' | 'published';
	readonly wishesUntil: Date;
	readonly studySeats: number;
	readonly revision: number;
	readonly publishedAt: Date | null;
	readonly publishedRunId: RunId | null;
	/** Changes made to it since it was published. */
	readonly changes: number;
	readonly money: number | null;
	readonly adultMinutes: number | null;
}

/** One week, whoever asks; the caller checks who may. */
export async function findWeekHead(scope: Scope, weekId: WeekId): Promise<WeekHead | undefined> {
	return weekHeads(scope).where('site_week.week_id', '=', weekId).executeTakeFirst();
}

const weekHeads = (scope: Scope) =>
	db(scope)
		.selectFrom('site_week')
		.innerJoin('site', (join) =>
			join
				.onRef('site.site_id', '=', 'site_week.site_id')
				.on('site.community_id', '=', scope.communityId)
		)
		.select((eb) => [
			'site_week.week_id as weekId',
			'site_week.site_id as siteId',
			'site.name as siteName',
			'site.time_zone as timeZone',
			'site_week.starts_on as startsOn',
			'site_week.state',
			'site_week.wishes_until as wishesUntil',
			'site_week.study_seats as studySeats',
			'site_week.revision',
			'site_week.published_at as publishedAt',
			'site_week.published_run_id as publishedRunId',
			'site_week.money_minor as money',
			'site_week.adult_minutes as adultMinutes',
			eb
				.selectFrom('week_change')
				.select(sql<number>`count(*)::int`.as('count'))
				.where('week_change.community_id', '=', scope.communityId)
				.whereRef('week_change.week_id', '=', 'site_week.week_id')
				.where('week_change.kind', '<>', 'published')
				.whereRef('week_change.made_at', '>', 'site_week.published_at')
				.$asScalar()
				.$notNull()
				.as('changes')
		])
		.where('site_week.community_id', '=', scope.communityId);

/** The weeks of some sites from a Monday on, the earliest first; forty at most. */
export async function listWeekHeads(
	scope: Scope,
	siteIds: readonly SiteId[],
	from: SchoolDay
): Promise<readonly WeekHead[]> {
	if (siteIds.length === 0) return [];
	return weekHeads(scope)
		.where('site_week.site_id', 'in', [...siteIds])
		.where('site_week.starts_on', '>=', from)
		.orderBy('site_week.starts_on')
		.orderBy('site.name')
		.limit(40)
		.execute();
}

/** A published session, with how many have a seat in it. */
export interface SessionRow {
	readonly sessionId: SessionId;
	readonly offerId: OfferId;
	readonly title: string;
	readonly kind: OfferKind;
	readonly section: number;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly roomId: RoomId | null;
	readonly room: string | null;
	readonly adultId: PersonId | null;
	readonly adult: string | null;
	readonly maximum: number;
	readonly seats: number;
}

const sessionRows = (scope: Scope) =>
	db(scope)
		.selectFrom('week_session')
		.innerJoin('offer', (join) =>
			join
				.onRef('offer.offer_id', '=', 'week_session.offer_id')
				.on('offer.community_id', '=', scope.communityId)
		)
		.leftJoin('room', (join) =>
			join
				.onRef('room.room_id', '=', 'week_session.room_id')
				.on('room.community_id', '=', scope.communityId)
		)
		.leftJoin('person', (join) =>
			join
				.onRef('person.person_id', '=', 'week_session.adult_id')
				.on('person.community_id', '=', scope.communityId)
		)
		.select((eb) => [
			'week_session.session_id as sessionId',
			'week_session.offer_id as offerId',
			'offer.title',
			'offer.kind',
			'week_session.section',
			'week_session.day',
			'week_session.period_id as periodId',
			'week_session.room_id as roomId',
			'room.name as room',
			'week_session.adult_id as adultId',
			'person.called as adult',
			'offer.maximum',
			eb
				.selectFrom('week_seat')
				.select(sql<number>`count(*)::int`.as('count'))
				.where('week_seat.community_id', '=', scope.communityId)
				.whereRef('week_seat.session_id', '=', 'week_session.session_id')
				.$asScalar()
				.$notNull()
				.as('seats')
		])
		.where('week_session.community_id', '=', scope.communityId)
		.where('week_session.cancelled_at', 'is', null);

/** The sessions of a published week, by title. */
export async function listSessions(scope: Scope, weekId: WeekId): Promise<readonly SessionRow[]> {
	return sessionRows(scope)
		.where('week_session.week_id', '=', weekId)
		.orderBy('offer.title')
		.orderBy('week_session.section')
		.execute();
}

/** A session of an adult, with the time of its period. */
export interface OwnSession extends SessionRow {
	readonly periodName: string;
	readonly startsAt: string;
	readonly endsAt: string;
	/** Whom it is for, where it is one-to-one. */
	readonly learner: string | null;
}

/** What an adult leads in some days, both ends included, in order of time. */
export async function listSessionsOf(
	scope: Scope,
	adultId: PersonId,
	{ from, until }: { readonly from: SchoolDay; readonly until: SchoolDay }
): Promise<readonly OwnSession[]> {
	return sessionRows(scope)
		.innerJoin('period', (join) =>
			join
				.onRef('period.period_id', '=', 'week_session.period_id')
				.on('period.community_id', '=', scope.communityId)
		)
		.select((eb) => [
			'period.name as periodName',
			'period.starts_at as startsAt',
			'period.ends_at as endsAt',
			eb
				.selectFrom('week_seat')
				.innerJoin('person as learner', (join) =>
					join
						.onRef('learner.person_id', '=', 'week_seat.learner_id')
						.on('learner.community_id', '=', scope.communityId)
				)
				.select('learner.called')
				.where('week_seat.community_id', '=', scope.communityId)
				.whereRef('week_seat.session_id', '=', 'week_session.session_id')
				.where('offer.maximum', '=', 1)
				.limit(1)
				.$asScalar()
				.as('learner')
		])
		.where('week_session.adult_id', '=', adultId)
		.where('week_session.day', '>=', from)
		.where('week_session.day', '<=', until)
		.orderBy('week_session.day')
		.orderBy('period.starts_at')
		.execute();
}

/** How far a week is: what stands in it and what was tried. */
export interface WeekCounts {
	readonly offers: number;
	readonly learners: number;
	readonly listsInForce: number;
	readonly listsWaiting: number;
	readonly runsOpen: number;
	readonly runsDone: number;
}

/** Counts of one week in one statement; `lastDay` is its Sunday. */
export async function countWeek(
	scope: Scope,
	{ weekId, siteId, startsOn }: Pick<WeekHead, 'weekId' | 'siteId' | 'startsOn'>,
	lastDay: SchoolDay
): Promise<WeekCounts> {
	const { communityId, now } = scope;
	const { rows } = await sql<WeekCounts>`
select
	(select count(*)::int from offer o where o.community_id = ${communityId} and o.site_id = ${siteId} and o.retired_at is null
		and o.from_day <= ${lastDay} and (o.until_day is null or o.until_day >= ${startsOn})) as offers,
	(select count(distinct m.person_id)::int from membership m where m.community_id = ${communityId} and m.site_id = ${siteId}
		and m.role = 'learner' and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})) as learners,
	(select count(*)::int from wish_list l where l.community_id = ${communityId} and l.week_id = ${weekId}
		and l.state = 'in-force') as "listsInForce",
	(select count(*)::int from wish_list l where l.community_id = ${communityId} and l.week_id = ${weekId}
		and l.state <> 'in-force') as "listsWaiting",
	(select count(*)::int from organiser_run r where r.community_id = ${communityId} and r.week_id = ${weekId}
		and r.state in ('waiting', 'running')) as "runsOpen",
	(select count(*)::int from organiser_run r where r.community_id = ${communityId} and r.week_id = ${weekId}
		and r.state in ('done', 'stopped')) as "runsDone"`.execute(scope.tx);
	const [counts] = rows;
	if (!counts) throw new TypeError('counting gives one row');
	return counts;
}
