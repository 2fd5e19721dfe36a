import type { Scope } from '../access/index.ts';
import type { Uuid } from '../ids.ts';

/** A fact a module announces: ids only, so that nothing personal waits in a queue. */
export interface EventTypes {
	'evidence.recorded': { readonly learnerId: Uuid };
	'plans.goal-agreed': { readonly learnerId: Uuid; readonly goalId: Uuid };
	'people.roster-imported': { readonly importId: Uuid };
}
export type EventType = keyof EventTypes;

export interface EventTable {
	community_id: Uuid;
	event_id: Uuid;
	at: Date;
	type: string;
	payload: string;
	delivered_at: Date | null;
}
export type EventTables = { event: EventTable };

/** Stores the fact in the command's transaction; a job delivers it after the commit. */
export async function announce<T extends EventType>(
	scope: Scope,
	type: T,
	payload: EventTypes[T]
): Promise<void> {
	await scope.tx
		.$extendTables<EventTables>()
		.insertInto('event')
		.values({
			community_id: scope.communityId,
			event_id: scope.newId(),
			at: scope.now,
			type,
			payload: JSON.stringify(payload),
			delivered_at: null
		})
		.execute();
}
