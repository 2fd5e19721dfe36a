import type { Scope } from '../access/index.ts';
import { insertEvent } from './event.store.ts';
import type { EventType, EventTypes } from './event-types.ts';

/** Stores the fact in the command's transaction; a job delivers it after the commit. */
export async function announce<T extends EventType>(
	scope: Scope,
	type: T,
	payload: EventTypes[T]
): Promise<void> {
	await insertEvent(scope, type, payload);
}
