import type { Scope } from '../../platform/access/index.ts';

/**
 * The same transaction, read as the software: a plan is checked against everybody's prerequisites, whoever presses the
 * button. Only for making a week's problem, after the actor's own right to act was checked; no belief leaves it.
 */
export const asSystem = (scope: Scope, reason: string): Scope => ({
	...scope,
	actor: {
		kind: 'system',
		communityId: scope.communityId,
		reason,
		...(scope.actor.timeZone !== undefined && { timeZone: scope.actor.timeZone })
	}
});
