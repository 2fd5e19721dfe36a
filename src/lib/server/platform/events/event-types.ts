import type { Uuid } from '../ids.ts';

/** A fact a module announces: ids only, so that nothing personal waits in a queue. */
export interface EventTypes {
	'evidence.recorded': { readonly learnerId: Uuid };
	'plans.goal-agreed': { readonly learnerId: Uuid; readonly goalId: Uuid };
	'organiser.week-published': { readonly weekId: Uuid; readonly siteId: Uuid };
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
	attempts: number;
	not_before: Date | null;
}
export type EventTables = { event: EventTable };
