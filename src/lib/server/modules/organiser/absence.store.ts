import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type { AbsenceId, OrganiserTables, WeekId } from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** Somebody away, or a room that cannot be used. */
export interface AbsenceView {
	readonly absenceId: AbsenceId;
	readonly personId: PersonId | null;
	readonly roomId: RoomId | null;
	/** What they are called, or the name of the room. */
	readonly name: string;
	readonly isLearner: boolean;
	readonly startsOn: SchoolDay;
	readonly endsOn: SchoolDay;
	/** Only in this period of its weekday; null means whole days. */
	readonly periodId: PeriodId | null;
	readonly words: string | null;
}

/** Absences at a site that have not ended before `from`: of its people, and of its rooms. One statement. */
export async function listAbsences(
	scope: Scope,
	siteId: SiteId,
	{ from, until }: { readonly from: SchoolDay; readonly until?: SchoolDay }
): Promise<readonly AbsenceView[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<AbsenceView>`
select a.absence_id as "absenceId", a.person_id as "personId", a.room_id as "roomId",
	coalesce(p.called, r.name) as name, exists (
		select 1 from membership l where l.community_id = ${communityId} and l.person_id = a.person_id and l.role = 'learner'
	) as "isLearner",
	a.starts_on as "startsOn", a.ends_on as "endsOn", a.period_id as "periodId", a.words
from absence a
left join person p on p.community_id = ${communityId} and p.person_id = a.person_id
left join room r on r.community_id = ${communityId} and r.room_id = a.room_id
where a.community_id = ${communityId} and a.removed_at is null and a.ends_on >= ${from}
	and (${until ?? null}::date is null or a.starts_on <= ${until ?? null}::date)
	and (r.site_id = ${siteId} or exists (
		select 1 from membership m where m.community_id = ${communityId} and m.person_id = a.person_id
			and (m.site_id = ${siteId} or m.site_id is null)
			and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})))
order by a.starts_on, name, a.absence_id`.execute(scope.tx);
	return rows;
}

export interface NewAbsence {
	readonly absenceId: AbsenceId;
	readonly personId: PersonId | null;
	readonly roomId: RoomId | null;
	readonly startsOn: SchoolDay;
	readonly endsOn: SchoolDay;
	readonly periodId: PeriodId | null;
	readonly words: string | null;
	readonly madeBy: PersonId | null;
}

/** Adds an absence; false where one of this id is here already. */
export async function insertAbsence(scope: Scope, absence: NewAbsence): Promise<boolean> {
	const added = await db(scope)
		.insertInto('absence')
		.values({
			community_id: scope.communityId,
			absence_id: absence.absenceId,
			person_id: absence.personId,
			room_id: absence.roomId,
			starts_on: absence.startsOn,
			ends_on: absence.endsOn,
			period_id: absence.periodId,
			words: absence.words,
			made_by: absence.madeBy,
			made_at: scope.now,
			removed_at: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('absence_id')
		.executeTakeFirst();
	return added !== undefined;
}

/** Whose absence this is, locked until the command ends. */
export async function lockAbsence(
	scope: Scope,
	absenceId: AbsenceId
): Promise<
	| {
			readonly personId: PersonId | null;
			readonly roomId: RoomId | null;
			readonly isRemoved: boolean;
	  }
	| undefined
> {
	const found = await db(scope)
		.selectFrom('absence')
		.select(['person_id as personId', 'room_id as roomId', 'removed_at'])
		.where('community_id', '=', scope.communityId)
		.where('absence_id', '=', absenceId)
		.forUpdate()
		.executeTakeFirst();
	return (
		found && {
			personId: found.personId,
			roomId: found.roomId,
			isRemoved: found.removed_at !== null
		}
	);
}

export async function setRemoved(
	scope: Scope,
	absenceId: AbsenceId,
	removedAt: Date | null
): Promise<void> {
	await db(scope)
		.updateTable('absence')
		.set({ removed_at: removedAt })
		.where('community_id', '=', scope.communityId)
		.where('absence_id', '=', absenceId)
		.execute();
}

/** Where a person belongs: their sites now, and whether one membership stands for all. Nowhere: somebody unknown. */
export async function listSitesOf(
	scope: Scope,
	personId: PersonId
): Promise<readonly (SiteId | null)[]> {
	const { communityId, now } = scope;
	const { rows } = await sql<{ siteId: SiteId | null }>`
select distinct m.site_id as "siteId" from membership m
where m.community_id = ${communityId} and m.person_id = ${personId}
	and m.role = any(array['learner','teacher','support','leader'])
	and m.starts_at <= ${now} and (m.ends_at is null or m.ends_at > ${now})`.execute(scope.tx);
	return rows.map(({ siteId }) => siteId);
}

/** Most sessions a week, by adult, where one is set. */
export async function listLoads(scope: Scope): Promise<ReadonlyMap<PersonId, number>> {
	const rows = await db(scope)
		.selectFrom('adult_load')
		.select(['person_id', 'most_sessions'])
		.where('community_id', '=', scope.communityId)
		.execute();
	return new Map(rows.map((row) => [row.person_id, row.most_sessions]));
}

/** Sets how many sessions an adult leads at most; null lifts the limit. */
export async function putLoad(
	scope: Scope,
	personId: PersonId,
	most: number | null
): Promise<void> {
	if (most === null) {
		await db(scope)
			.deleteFrom('adult_load')
			.where('community_id', '=', scope.communityId)
			.where('person_id', '=', personId)
			.execute();
		return;
	}
	await db(scope)
		.insertInto('adult_load')
		.values({ community_id: scope.communityId, person_id: personId, most_sessions: most })
		.onConflict((conflict) =>
			conflict
				.columns(['community_id', 'person_id'])
				.doUpdateSet((eb) => ({ most_sessions: eb.ref('excluded.most_sessions') }))
		)
		.execute();
}

/** A published week that holds what an absence no longer allows. */
export interface UntoldWeek {
	readonly weekId: WeekId;
	readonly startsOn: SchoolDay;
	/** Sessions still to come whose adult or room is missing. */
	readonly sessions: number;
	/** Seats still to come of learners who are away. */
	readonly seats: number;
}

/** Published weeks of a site that absences noted since would change, from `from` at that time of day on. One statement. */
export async function listUntoldWeeks(
	scope: Scope,
	siteId: SiteId,
	{ from, time }: { readonly from: SchoolDay; readonly time: string }
): Promise<readonly UntoldWeek[]> {
	const { communityId } = scope;
	const covers = sql`a.removed_at is null and a.starts_on <= e.day and a.ends_on >= e.day
		and (a.period_id is null or a.period_id = e.period_id)`;
	const { rows } = await sql<UntoldWeek>`
select w.week_id as "weekId", w.starts_on as "startsOn", count(distinct x.session_id)::int as sessions,
	count(x.learner_id)::int as seats
from site_week w
join lateral (
	select e.session_id, null::uuid as learner_id from week_session e
	join period p on p.community_id = ${communityId} and p.period_id = e.period_id
	where e.community_id = ${communityId} and e.week_id = w.week_id and e.cancelled_at is null
		and (e.day > ${from} or (e.day = ${from} and p.starts_at > ${time}::time))
		and (exists (select 1 from absence a where a.community_id = ${communityId} and a.person_id = e.adult_id and ${covers})
			or exists (select 1 from absence a where a.community_id = ${communityId} and a.room_id = e.room_id and ${covers}))
	union all
	select null, t.learner_id from week_seat t
	join week_session e on e.community_id = ${communityId} and e.session_id = t.session_id and e.cancelled_at is null
	join period p on p.community_id = ${communityId} and p.period_id = e.period_id
	where t.community_id = ${communityId} and t.week_id = w.week_id
		and (e.day > ${from} or (e.day = ${from} and p.starts_at > ${time}::time))
		and exists (select 1 from absence a where a.community_id = ${communityId} and a.person_id = t.learner_id and ${covers})
) x on true
where w.community_id = ${communityId} and w.site_id = ${siteId} and w.state = 'published' and w.starts_on > ${from}::date - 7
group by w.week_id, w.starts_on
order by w.starts_on`.execute(scope.tx);
	return rows;
}
