import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import { actorId } from '../../platform/access/index.ts';
import { inBatches } from '../../platform/db/in-batches.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type {
	CallId,
	ChangeId,
	ChangeKind,
	Moved,
	OfferId,
	OrganiserTables,
	RunId,
	SeatReason,
	SessionId,
	WeekId
} from './organiser.tables.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();

/** What must not move while a week is published or changed. */
export interface LockedWeek {
	readonly state: 'open' | 'published';
	readonly revision: number;
	readonly publishedAt: Date | null;
}

export const lockWeek = (scope: Scope, weekId: WeekId): Promise<LockedWeek | undefined> =>
	db(scope)
		.selectFrom('site_week')
		.select(['state', 'revision', 'published_at as publishedAt'])
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.forUpdate()
		.executeTakeFirst();

/** A session that is held, as the store knows it. */
export interface HeldSession {
	readonly sessionId: SessionId;
	readonly offerId: OfferId;
	readonly section: number;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly roomId: RoomId | null;
	readonly adultId: PersonId | null;
	readonly learnerIds: readonly PersonId[];
}

/** The sessions of a week that are held, with their learners. */
export async function listHeld(
	{ tx, communityId }: Scope,
	weekId: WeekId
): Promise<readonly HeldSession[]> {
	const { rows } = await sql<HeldSession>`
select e.session_id as "sessionId", e.offer_id as "offerId", e.section, e.day, e.period_id as "periodId",
	e.room_id as "roomId", e.adult_id as "adultId",
	coalesce((select jsonb_agg(s.learner_id order by s.learner_id) from week_seat s
		where s.community_id = ${communityId} and s.session_id = e.session_id), '[]') as "learnerIds"
from week_session e
where e.community_id = ${communityId} and e.week_id = ${weekId} and e.cancelled_at is null
order by e.offer_id, e.section`.execute(tx);
	return rows;
}

export type NewSession = Omit<HeldSession, 'learnerIds'>;

export const insertSessions = (
	scope: Scope,
	weekId: WeekId,
	sessions: readonly NewSession[]
): Promise<void> =>
	inBatches(sessions, 10, (batch) =>
		db(scope)
			.insertInto('week_session')
			.values(
				batch.map((session) => ({
					community_id: scope.communityId,
					session_id: session.sessionId,
					week_id: weekId,
					offer_id: session.offerId,
					section: session.section,
					day: session.day,
					period_id: session.periodId,
					room_id: session.roomId,
					adult_id: session.adultId,
					made_at: scope.now,
					cancelled_at: null
				}))
			)
			.execute()
	);

/** A session that moved: another time, room or adult. */
export async function updateSession(
	scope: Scope,
	{ sessionId, day, periodId, roomId, adultId }: NewSession
): Promise<void> {
	await db(scope)
		.updateTable('week_session')
		.set({ day, period_id: periodId, room_id: roomId, adult_id: adultId })
		.where('community_id', '=', scope.communityId)
		.where('session_id', '=', sessionId)
		.execute();
}

/** Sessions that are no longer held; their rows stay for what already points to them. */
export async function cancelSessions(
	scope: Scope,
	sessionIds: readonly SessionId[]
): Promise<void> {
	if (sessionIds.length === 0) return;
	await db(scope)
		.updateTable('week_session')
		.set({ cancelled_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('session_id', 'in', [...sessionIds])
		.execute();
	await deleteSeats(scope, sessionIds);
}

export async function deleteSeats(scope: Scope, sessionIds: readonly SessionId[]): Promise<void> {
	if (sessionIds.length === 0) return;
	await db(scope)
		.deleteFrom('week_seat')
		.where('community_id', '=', scope.communityId)
		.where('session_id', 'in', [...sessionIds])
		.execute();
}

export interface NewSeat {
	readonly sessionId: SessionId;
	readonly learnerId: PersonId;
	readonly why: SeatReason;
	readonly rank: number | null;
}

export const insertSeats = (
	scope: Scope,
	weekId: WeekId,
	seats: readonly NewSeat[]
): Promise<void> =>
	inBatches(seats, 7, (batch) =>
		db(scope)
			.insertInto('week_seat')
			.values(
				batch.map((seat) => ({
					community_id: scope.communityId,
					session_id: seat.sessionId,
					learner_id: seat.learnerId,
					week_id: weekId,
					why: seat.why,
					rank: seat.rank,
					made_at: scope.now
				}))
			)
			.execute()
	);

export interface NewUnmet {
	readonly learnerId: PersonId;
	readonly offerId: OfferId;
	readonly rank: number;
	readonly cause: string;
}

/** The wishes that this week leaves unmet, in place of those noted before; prices of before are gone with them. */
export async function replaceUnmet(
	scope: Scope,
	weekId: WeekId,
	unmet: readonly NewUnmet[]
): Promise<void> {
	await db(scope)
		.deleteFrom('unmet_wish')
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.execute();
	await inBatches(unmet, 8, (batch) =>
		db(scope)
			.insertInto('unmet_wish')
			.values(
				batch.map((wish) => ({
					community_id: scope.communityId,
					week_id: weekId,
					learner_id: wish.learnerId,
					offer_id: wish.offerId,
					rank: wish.rank,
					cause: wish.cause,
					price: null,
					priced_at: null
				}))
			)
			.execute()
	);
}

export interface NewFairness {
	readonly learnerId: PersonId;
	readonly satisfaction: number;
	readonly credit: number;
}

export async function replaceFairness(
	scope: Scope,
	weekId: WeekId,
	rows: readonly NewFairness[]
): Promise<void> {
	await db(scope)
		.deleteFrom('week_fairness')
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.execute();
	await inBatches(rows, 5, (batch) =>
		db(scope)
			.insertInto('week_fairness')
			.values(
				batch.map((row) => ({
					community_id: scope.communityId,
					week_id: weekId,
					learner_id: row.learnerId,
					satisfaction: row.satisfaction,
					credit: row.credit
				}))
			)
			.execute()
	);
}

/** Calls that this week has met no longer wait; those it no longer meets wait again. */
export async function noteCallsMet(
	scope: Scope,
	weekId: WeekId,
	callIds: readonly CallId[]
): Promise<void> {
	await db(scope)
		.updateTable('offer_call')
		.set({ met_week_id: null })
		.where('community_id', '=', scope.communityId)
		.where('met_week_id', '=', weekId)
		.execute();
	if (callIds.length === 0) return;
	await db(scope)
		.updateTable('offer_call')
		.set({ met_week_id: weekId })
		.where('community_id', '=', scope.communityId)
		.where('call_id', 'in', [...callIds])
		.execute();
}

export interface NewChange {
	readonly changeId: ChangeId;
	readonly weekId: WeekId;
	readonly revision: number;
	readonly kind: ChangeKind;
	readonly words: string | null;
	readonly touched: number;
	readonly moved: readonly Moved[];
}

export async function insertChange(scope: Scope, change: NewChange): Promise<void> {
	await db(scope)
		.insertInto('week_change')
		.values({
			community_id: scope.communityId,
			change_id: change.changeId,
			week_id: change.weekId,
			revision: change.revision,
			kind: change.kind,
			words: change.words,
			touched: change.touched,
			moved: JSON.stringify(change.moved),
			made_by: actorId(scope),
			made_at: scope.now
		})
		.execute();
}

export async function findChange(
	scope: Scope,
	changeId: ChangeId
): Promise<{ readonly weekId: WeekId } | undefined> {
	return db(scope)
		.selectFrom('week_change')
		.select('week_id as weekId')
		.where('community_id', '=', scope.communityId)
		.where('change_id', '=', changeId)
		.executeTakeFirst();
}

/** The week stands at this revision now. */
export async function setRevision(
	scope: Scope,
	weekId: WeekId,
	revision: number,
	published?: { readonly runId: RunId }
): Promise<void> {
	await db(scope)
		.updateTable('site_week')
		.set({
			revision,
			...(published && {
				state: 'published' as const,
				published_run_id: published.runId,
				published_at: scope.now,
				published_by: actorId(scope)
			})
		})
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.execute();
}

/** The week is open again; its revision goes on counting, so that no calendar takes an old state for a new one. */
export async function reopenWeek(scope: Scope, weekId: WeekId, revision: number): Promise<void> {
	await db(scope)
		.updateTable('site_week')
		.set({
			state: 'open',
			revision,
			published_run_id: null,
			published_at: null,
			published_by: null
		})
		.where('community_id', '=', scope.communityId)
		.where('week_id', '=', weekId)
		.execute();
}

/** Whether anything was written down about what was held: a published week that was lived is not taken back. */
export async function hasRoll(scope: Scope, weekId: WeekId): Promise<boolean> {
	const found = await db(scope)
		.selectFrom('roll_mark')
		.innerJoin('week_session', (join) =>
			join
				.onRef('week_session.session_id', '=', 'roll_mark.session_id')
				.on('week_session.community_id', '=', scope.communityId)
		)
		.select('roll_mark.learner_id')
		.where('roll_mark.community_id', '=', scope.communityId)
		.where('week_session.week_id', '=', weekId)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
