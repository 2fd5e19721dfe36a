import { sql } from 'kysely';
import type { Scope } from '../access/index.ts';
import type { Uuid } from '../ids.ts';
import type { EventTables } from './event-types.ts';

const db = (scope: Scope) => scope.tx.$extendTables<EventTables>();

/** An announced fact that waits for its delivery. */
export interface DueEvent {
	readonly eventId: Uuid;
	readonly type: string;
	readonly payload: unknown;
	readonly attempts: number;
}

export async function insertEvent(scope: Scope, type: string, payload: object): Promise<void> {
	await db(scope)
		.insertInto('event')
		.values({
			community_id: scope.communityId,
			event_id: scope.newId(),
			at: scope.now,
			type,
			payload: JSON.stringify(payload),
			delivered_at: null,
			attempts: 0,
			not_before: null
		})
		.execute();
}

/** The oldest facts that are due, locked; what another process delivers right now is passed over. */
export async function lockDueEvents(scope: Scope, most: number): Promise<readonly DueEvent[]> {
	return db(scope)
		.selectFrom('event')
		.select(['event_id as eventId', 'type', 'payload', 'attempts'])
		.where('community_id', '=', scope.communityId)
		.where('delivered_at', 'is', null)
		.where((is) => is.or([is('not_before', 'is', null), is('not_before', '<=', scope.now)]))
		.orderBy('event_id')
		.limit(most)
		.forUpdate()
		.skipLocked()
		.execute();
}

export async function markDelivered(scope: Scope, eventIds: readonly Uuid[]): Promise<void> {
	await db(scope)
		.updateTable('event')
		.set({ delivered_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('event_id', '=', sql<Uuid>`any(${[...eventIds]}::uuid[])`)
		.execute();
}

export async function postponeEvent(
	scope: Scope,
	event: Pick<DueEvent, 'eventId' | 'attempts'>,
	notBefore: Date
): Promise<void> {
	await db(scope)
		.updateTable('event')
		.set({ attempts: event.attempts + 1, not_before: notBefore })
		.where('community_id', '=', scope.communityId)
		.where('event_id', '=', event.eventId)
		.execute();
}

/** Delivered facts have done their work; the decision log is the history, not this. */
export async function deleteDelivered(scope: Scope, before: Date): Promise<number> {
	const { numDeletedRows } = await db(scope)
		.deleteFrom('event')
		.where('community_id', '=', scope.communityId)
		.where('delivered_at', '<', before)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
