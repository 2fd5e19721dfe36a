import { createHash } from 'node:crypto';
import type { Scope } from '../../platform/access/index.ts';
import { addDays, mondayOf } from '../../platform/clock/index.ts';
import { findFeedPerson, listFeedSessions, type FeedSession } from './feed.store.ts';

const tokenPattern = /^[\w-]{43}$/;

/** The secret of an address as it is kept; the secret itself is shown once. */
export const digestOfToken = (token: string): string =>
	createHash('sha256').update(token).digest('hex');

/** So far a calendar reaches: the week before, and four weeks on. */
const daysAhead = 34;

/** What an address opens; undefined for one that was ended or never was. Two statements. */
export async function readFeed(
	scope: Scope,
	token: string
): Promise<{ readonly called: string; readonly sessions: readonly FeedSession[] } | undefined> {
	// Looked up either way, so that a malformed secret costs what an unknown one does.
	const person = await findFeedPerson(scope, tokenPattern.test(token) ? digestOfToken(token) : '');
	if (!person) return undefined;
	const monday = mondayOf(scope.today);
	const days = { from: addDays(monday, -7), until: addDays(monday, daysAhead) };
	return {
		called: person.called,
		sessions: await listFeedSessions(scope, person.personId, days)
	};
}
