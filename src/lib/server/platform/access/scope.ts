import { schoolDay, type SchoolDay } from '../clock/index.ts';
import type { Tx } from '../db/database.ts';
import { newUuid, type CommunityId, type PersonId, type Uuid } from '../ids.ts';
import { invariant } from '../invariant.ts';
import type { Actor, PersonActor } from './actor.ts';

/** What every command and query gets: who acts, in which transaction, at which instant. */
export interface Scope {
	readonly actor: Actor;
	readonly communityId: CommunityId;
	readonly tx: Tx;
	/** The instant of this request; the same for everything that happens in it. */
	readonly now: Date;
	/** The school day of this instant where the actor's site is. */
	readonly today: SchoolDay;
	/** A new key, a UUIDv7 of this instant. */
	newId<Id extends Uuid>(): Id;
	/** A 32-bit seed for what must be drawn (orders, alternatives): different per call, fixed in tests. */
	seed(): number;
}

export interface ScopeSources {
	readonly now: Date;
	readonly randomBytes: (size: number) => Uint8Array;
}

export function createScope(actor: Actor, tx: Tx, { now, randomBytes }: ScopeSources): Scope {
	return {
		actor,
		communityId: actor.communityId,
		tx,
		now,
		today: schoolDay(now, actor.timeZone ?? 'UTC'),
		newId: () => newUuid(now, randomBytes),
		seed: () => Buffer.from(randomBytes(4)).readUInt32BE()
	};
}

/** The person who acts; a defect when the system does. Only for what a person alone can start. */
export function personOf(scope: Scope): PersonActor {
	invariant(scope.actor.kind === 'person', 'only a person may do this');
	return scope.actor;
}

/** The acting person's id, or null for the system. */
export const actorId = (scope: Scope): PersonId | null =>
	scope.actor.kind === 'person' ? scope.actor.personId : null;
