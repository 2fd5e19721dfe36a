import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import type { PeopleTables } from '../people/index.ts';
import type { PeriodId, SchoolTables } from '../school/index.ts';
import type { OrganiserTables, RollState, SessionId, WeekId } from './organiser.tables.ts';
import type { RollKey } from './roll.ts';

const db = (scope: Scope) =>
	scope.tx.$extendTables<OrganiserTables & PeopleTables & SchoolTables>();

/** What a roll is of. */
export interface RollHead {
	readonly weekId: WeekId;
	readonly siteId: SiteId;
	readonly timeZone: string;
	/** Null in supervised study. */
	readonly sessionId: SessionId | null;
	readonly title: string | null;
	readonly room: string | null;
	readonly adultId: PersonId | null;
	readonly adult: string | null;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly periodName: string;
	readonly startsAt: string;
	readonly endsAt: string;
}

/** The session or study period of a published week; undefined where there is none, or it was cancelled. One statement. */
export async function findRollHead(scope: Scope, key: RollKey): Promise<RollHead | undefined> {
	const { communityId } = scope;
	const { rows } =
		key.kind === 'session'
			? await sql<RollHead>`
select w.week_id as "weekId", w.site_id as "siteId", i.time_zone as "timeZone", s.session_id as "sessionId", o.title,
	r.name as room, s.adult_id as "adultId", a.called as adult, s.day, s.period_id as "periodId", p.name as "periodName",
	p.starts_at as "startsAt", p.ends_at as "endsAt"
from week_session s
join site_week w on w.community_id = ${communityId} and w.week_id = s.week_id
join site i on i.community_id = ${communityId} and i.site_id = w.site_id
join offer o on o.community_id = ${communityId} and o.offer_id = s.offer_id
join period p on p.community_id = ${communityId} and p.period_id = s.period_id
left join room r on r.community_id = ${communityId} and r.room_id = s.room_id
left join person a on a.community_id = ${communityId} and a.person_id = s.adult_id
where s.community_id = ${communityId} and s.session_id = ${key.sessionId} and s.cancelled_at is null`.execute(
					scope.tx
				)
			: await sql<RollHead>`
select w.week_id as "weekId", w.site_id as "siteId", i.time_zone as "timeZone", null as "sessionId", null as title,
	null as room, null as "adultId", null as adult, ${key.day}::date as day, p.period_id as "periodId", p.name as "periodName",
	p.starts_at as "startsAt", p.ends_at as "endsAt"
from site_week w
join site i on i.community_id = ${communityId} and i.site_id = w.site_id
join period p on p.community_id = ${communityId} and p.site_id = w.site_id and p.period_id = ${key.periodId}
	and p.kind = 'learning' and p.weekday = ${key.day}::date - w.starts_on + 1
where w.community_id = ${communityId} and w.week_id = ${key.weekId} and w.state = 'published'`.execute(
					scope.tx
				);
	return rows[0];
}

/** A learner on a roll, with what is marked for this period and where they were last seen before it today. */
export interface RollRow {
	readonly learnerId: PersonId;
	readonly called: string;
	readonly fullName: string;
	readonly state: RollState | null;
	readonly words: string | null;
	readonly markedBy: string | null;
	/** Marked in another session, or in study. */
	readonly isElsewhereNow: boolean;
	/** The period in which they were last marked here before this one today. */
	readonly lastSeen: string | null;
	/** Known to be away. */
	readonly isAway: boolean;
}

/** Everybody who is expected, and whoever was marked here without it; by name. One statement. */
export async function listRoll(scope: Scope, head: RollHead): Promise<readonly RollRow[]> {
	const { communityId, now } = scope;
	const { weekId, siteId, sessionId, day, periodId } = head;
	const { rows } = await sql<RollRow>`
with expected as (
	select t.learner_id from week_seat t
	where t.community_id = ${communityId} and t.session_id = ${sessionId}::uuid
	union
	select m.person_id from membership m
	where m.community_id = ${communityId} and ${sessionId}::uuid is null and m.site_id = ${siteId} and m.role = 'learner'
		and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})
		and not exists (select 1 from week_seat t
			join week_session s on s.community_id = ${communityId} and s.session_id = t.session_id
			where t.community_id = ${communityId} and t.learner_id = m.person_id and t.week_id = ${weekId} and s.day = ${day}
				and s.period_id = ${periodId} and s.cancelled_at is null)
	union
	select k.learner_id from roll_mark k
	where k.community_id = ${communityId} and k.day = ${day} and k.period_id = ${periodId}
		and k.session_id is not distinct from ${sessionId}::uuid
		and exists (select 1 from membership m where m.community_id = ${communityId} and m.person_id = k.learner_id
			and m.site_id = ${siteId})
)
select p.person_id as "learnerId", p.called, p.given_name || ' ' || p.family_name as "fullName", k.state, k.words,
	b.called as "markedBy",
	(k.state = 'here' and k.session_id is distinct from ${sessionId}::uuid) is true as "isElsewhereNow",
	(select q.name from roll_mark h
		join period q on q.community_id = ${communityId} and q.period_id = h.period_id
		where h.community_id = ${communityId} and h.day = ${day} and h.learner_id = p.person_id and h.state = 'here'
			and q.starts_at < ${head.startsAt}::time
		order by q.starts_at desc limit 1) as "lastSeen",
	exists (select 1 from absence a where a.community_id = ${communityId} and a.person_id = p.person_id
		and a.removed_at is null and a.starts_on <= ${day} and a.ends_on >= ${day}
		and (a.period_id is null or a.period_id = ${periodId})) as "isAway"
from expected e
join person p on p.community_id = ${communityId} and p.person_id = e.learner_id
left join roll_mark k on k.community_id = ${communityId} and k.day = ${day} and k.period_id = ${periodId}
	and k.learner_id = p.person_id
left join person b on b.community_id = ${communityId} and b.person_id = k.marked_by
where p.status = 'active'
order by p.called, p.person_id`.execute(scope.tx);
	return rows;
}

export interface NewMark {
	readonly learnerId: PersonId;
	readonly state: RollState;
	readonly words: string | null;
}

/** Marks learners for the period; whoever is marked already gets the newer mark. */
export async function putMarks(
	scope: Scope,
	{ day, periodId, sessionId }: Pick<RollHead, 'day' | 'periodId' | 'sessionId'>,
	markedBy: PersonId | null,
	marks: readonly NewMark[]
): Promise<void> {
	if (marks.length === 0) return;
	await db(scope)
		.insertInto('roll_mark')
		.values(
			marks.map(({ learnerId, state, words }) => ({
				community_id: scope.communityId,
				day,
				period_id: periodId,
				learner_id: learnerId,
				session_id: sessionId,
				state,
				words,
				marked_by: markedBy,
				marked_at: scope.now
			}))
		)
		.onConflict((conflict) =>
			conflict.columns(['community_id', 'day', 'period_id', 'learner_id']).doUpdateSet((eb) => ({
				session_id: eb.ref('excluded.session_id'),
				state: eb.ref('excluded.state'),
				words: eb.ref('excluded.words'),
				marked_by: eb.ref('excluded.marked_by'),
				marked_at: eb.ref('excluded.marked_at')
			}))
		)
		.execute();
}

/** Takes marks of these learners away again. */
export async function deleteMarks(
	scope: Scope,
	{ day, periodId }: Pick<RollHead, 'day' | 'periodId'>,
	learnerIds: readonly PersonId[]
): Promise<void> {
	await db(scope)
		.deleteFrom('roll_mark')
		.where('community_id', '=', scope.communityId)
		.where('day', '=', day)
		.where('period_id', '=', periodId)
		.where('learner_id', '=', sql<PersonId>`any(${[...learnerIds]}::uuid[])`)
		.execute();
}

/** Whether this person is a learner of the site now. */
export async function isLearnerAt(
	scope: Scope,
	siteId: SiteId,
	learnerId: PersonId
): Promise<boolean> {
	const found = await db(scope)
		.selectFrom('membership')
		.select('membership_id')
		.where('community_id', '=', scope.communityId)
		.where('person_id', '=', learnerId)
		.where('site_id', '=', siteId)
		.where('role', '=', 'learner')
		.where('starts_at', '<=', scope.now)
		.where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', scope.now)]))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
