import type { Scope } from '../access/index.ts';
import type { CommunityId } from '../ids.ts';
import type { Log } from '../log/index.ts';
import { lockDueEvents, markDelivered, postponeEvent, type DueEvent } from './event.store.ts';
import type { EventType, EventTypes } from './event-types.ts';

type Subscriber<T extends EventType> = (
	scope: Scope,
	payloads: readonly EventTypes[T][]
) => Promise<void>;

/** Who hears of what. A subscriber works in the transaction that marks the facts delivered: both happen, or neither. */
export type Subscriptions = { readonly [T in EventType]?: readonly Subscriber<T>[] };

export interface Delivery {
	readonly subscriptions: Subscriptions;
	readonly log: Log;
	/** A transaction of the system in this community. */
	change<T>(communityId: CommunityId, work: (scope: Scope) => Promise<T>): Promise<T>;
}

const batchSize = 200;
/** Minutes before attempt 2, 3 ...: doubling, at most a day. */
const mostMinutes = 24 * 60;
/** From here on somebody is called: the log has an error instead of a warning. */
const worrying = 5;

/** The subscriber's own error with the facts it failed on. */
class DeliveryFailed extends Error {
	override readonly name = 'DeliveryFailed';
	readonly events: readonly DueEvent[];
	constructor(events: readonly DueEvent[], cause: unknown) {
		super('a subscriber failed', { cause });
		this.events = events;
	}
}

/** Delivers what is due in one community, oldest first; returns how many facts were delivered. */
export async function deliverEvents(delivery: Delivery, communityId: CommunityId): Promise<number> {
	let delivered = 0;
	for (;;) {
		const count = await deliverBatch(delivery, communityId, batchSize);
		delivered += count;
		if (count < batchSize) return delivered;
	}
}

/** One fact that cannot be delivered must not hold up the others: after a failure they go one at a time. */
async function deliverBatch(delivery: Delivery, communityId: CommunityId, most: number) {
	try {
		return await delivery.change(communityId, (scope) => deliverDue(delivery, scope, most));
	} catch (error) {
		if (!(error instanceof DeliveryFailed)) throw error;
		if (most > 1) return deliverSingly(delivery, communityId, error.events.length);
		await postpone(delivery, communityId, error);
		return 0;
	}
}

async function deliverSingly(delivery: Delivery, communityId: CommunityId, count: number) {
	let delivered = 0;
	for (let n = 0; n < count; n++) delivered += await deliverBatch(delivery, communityId, 1);
	return delivered;
}

async function deliverDue({ subscriptions }: Delivery, scope: Scope, most: number) {
	const events = await lockDueEvents(scope, most);
	if (events.length === 0) return 0;
	try {
		for (const type of new Set(events.map((event) => event.type)))
			await tell(subscriptions, scope, type, events);
	} catch (cause) {
		throw new DeliveryFailed(events, cause);
	}
	await markDelivered(
		scope,
		events.map(({ eventId }) => eventId)
	);
	return events.length;
}

async function tell(
	subscriptions: Subscriptions,
	scope: Scope,
	type: string,
	events: readonly DueEvent[]
): Promise<void> {
	// SAFETY: `announce` alone writes events, each with the payload of its type; a type nobody knows any more has no entry.
	const subscribers = (subscriptions[type as EventType] ?? []) as readonly Subscriber<EventType>[];
	// SAFETY: as above.
	const payloads = events
		.filter((event) => event.type === type)
		.map(({ payload }) => payload as EventTypes[EventType]);
	for (const subscriber of subscribers) await subscriber(scope, payloads);
}

async function postpone(
	{ change, log }: Delivery,
	communityId: CommunityId,
	failed: DeliveryFailed
) {
	for (const event of failed.events) {
		const minutes = Math.min(2 ** event.attempts, mostMinutes);
		await change(communityId, (scope) =>
			postponeEvent(scope, event, new Date(scope.now.getTime() + minutes * 60_000))
		);
		const fields = { type: event.type, eventId: event.eventId, attempts: event.attempts + 1 };
		if (event.attempts + 1 < worrying) log.warn('event.postponed', fields);
		else log.error('event.undeliverable', failed.cause, fields);
	}
}
