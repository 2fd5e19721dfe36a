import type { Failure, Result } from '../result.ts';
import type { Actor } from './actor.ts';
import type { Scope } from './scope.ts';

/** How work reaches the database, at the edge alone. */
export interface Transactions {
	/** A query: one read-only transaction. */
	read<T>(actor: Actor, work: (scope: Scope) => Promise<T>): Promise<T>;
	/** A command: one transaction, rolled back when it fails, be it expected or not. */
	change<T, E extends Failure>(
		actor: Actor,
		work: (scope: Scope) => Promise<Result<T, E>>
	): Promise<Result<T, E>>;
}
