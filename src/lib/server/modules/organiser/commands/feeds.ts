import { randomBytes } from 'node:crypto';
import { personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { digestOfToken } from '../feed.queries.ts';
import { insertFeed, revokeFeeds } from '../feed.store.ts';
import { hasOwnWeek } from '../organiser.policy.ts';
import type { FeedId } from '../organiser.tables.ts';

/** 256 bits: nobody finds an address by guessing. */
const tokenBytes = 32;

type Refused = Failure<'organiser.not-found'>;

/** A new address of one's own week for one's own calendar; an earlier one opens nothing any more. */
export async function makeFeed(scope: Scope): Promise<Result<{ readonly token: string }, Refused>> {
	if (!hasOwnWeek(scope.actor)) return fail('organiser.not-found');
	const { personId } = personOf(scope);
	await revokeFeeds(scope, personId);
	const token = randomBytes(tokenBytes).toString('base64url');
	const feedId = scope.newId<FeedId>();
	await insertFeed(scope, { feedId, personId, digest: digestOfToken(token) });
	await recordDecision(scope, {
		action: 'organiser.make-feed',
		learnerId: null,
		object: { type: 'calendar-feed', id: feedId }
	});
	return ok({ token });
}

/** One's own address opens nothing any more. */
export async function revokeFeed(
	scope: Scope
): Promise<Result<{ readonly revoked: number }, Refused>> {
	if (!hasOwnWeek(scope.actor)) return fail('organiser.not-found');
	const { personId } = personOf(scope);
	const revoked = await revokeFeeds(scope, personId);
	await recordDecision(scope, {
		action: 'organiser.revoke-feed',
		learnerId: null,
		object: { type: 'person', id: personId }
	});
	return ok({ revoked });
}
