/** Facts that modules announce in the transaction of a command, and their delivery after it. */
export { announce } from './announce.ts';
export type { EventTables, EventType, EventTypes } from './event-types.ts';
export { deleteDelivered } from './event.store.ts';
export { deliverEvents, type Delivery, type Subscriptions } from './deliver-events.ts';
