import { sql } from 'kysely';
import type { Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { CallId, OfferId, OrganiserTables, WeekId } from './organiser.tables.ts';
import { heldIn, learnsAtSite } from './wish.store.ts';

const db = (scope: Scope) => scope.tx.$extendTables<OrganiserTables>();
export type CallRow = OrganiserTables['offer_call'];

/** The week and the learners of its site who can be called to an offer that is held in it. */
export async function findCallContext(
	scope: Scope,
	which: {
		readonly weekId: WeekId;
		readonly offerId: OfferId;
		readonly learnerIds: readonly PersonId[];
	}
): Promise<{ readonly startsOn: SchoolDay; readonly learners: number } | undefined> {
	const { communityId } = scope;
	const { rows } = await sql<{ startsOn: SchoolDay; learners: number }>`
select w.starts_on as "startsOn", (select count(*)::int from person p where p.community_id = ${communityId}
	and p.person_id = any(${[...which.learnerIds]}::uuid[]) and p.status = 'active' and ${learnsAtSite(scope)}) as learners
from site_week w
where w.community_id = ${communityId} and w.week_id = ${which.weekId}
	and exists (select 1 from offer o where o.offer_id = ${which.offerId} and ${heldIn(scope)})`.execute(
		scope.tx
	);
	return rows[0];
}

/** Holds the offer, so that two sends of the same calls come one after the other. */
export async function lockOffer(scope: Scope, offerId: OfferId): Promise<void> {
	await db(scope)
		.selectFrom('offer')
		.select('offer_id')
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerId)
		.forUpdate()
		.execute();
}

/** Calls of these learners to this offer that stand on any of these days. */
export const listStanding = (
	scope: Scope,
	which: {
		readonly offerId: OfferId;
		readonly learnerIds: readonly PersonId[];
		readonly from: SchoolDay;
		readonly until: SchoolDay;
	}
): Promise<readonly Pick<CallRow, 'call_id' | 'learner_id'>[]> =>
	db(scope)
		.selectFrom('offer_call')
		.select(['call_id', 'learner_id'])
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', which.offerId)
		.where('learner_id', '=', sql<PersonId>`any(${[...which.learnerIds]}::uuid[])`)
		.where('withdrawn_at', 'is', null)
		.where('met_week_id', 'is', null)
		.where('from_day', '<=', which.until)
		.where('until_day', '>=', which.from)
		.execute();

export type NewCall = Pick<
	CallRow,
	| 'call_id'
	| 'learner_id'
	| 'offer_id'
	| 'is_must'
	| 'severity'
	| 'reason'
	| 'from_day'
	| 'until_day'
	| 'made_by'
>;

export async function insertCalls(scope: Scope, calls: readonly NewCall[]): Promise<void> {
	if (calls.length === 0) return;
	await db(scope)
		.insertInto('offer_call')
		.values(
			calls.map((call) => ({
				...call,
				community_id: scope.communityId,
				met_week_id: null,
				made_at: scope.now,
				withdrawn_at: null,
				withdrawn_by: null,
				objection: null,
				objected_at: null,
				answer: null,
				answered_by: null,
				answered_at: null
			}))
		)
		.execute();
}

export const lockCall = (scope: Scope, callId: CallId): Promise<CallRow | undefined> =>
	db(scope)
		.selectFrom('offer_call')
		.selectAll()
		.where('community_id', '=', scope.communityId)
		.where('call_id', '=', callId)
		.forUpdate()
		.executeTakeFirst();

export type CallChange = Partial<
	Pick<
		CallRow,
		| 'withdrawn_at'
		| 'withdrawn_by'
		| 'objection'
		| 'objected_at'
		| 'answer'
		| 'answered_by'
		| 'answered_at'
	>
>;

export async function updateCall(scope: Scope, callId: CallId, change: CallChange): Promise<void> {
	await db(scope)
		.updateTable('offer_call')
		.set(change)
		.where('community_id', '=', scope.communityId)
		.where('call_id', '=', callId)
		.execute();
}
