import { compiledOnce } from '../db/compiled-once.ts';
import type { Tx } from '../db/database.ts';
import { toId, type CommunityId, type PersonId } from '../ids.ts';
import type { AuthTables } from './account.store.ts';

/** Who is signed in, before anything is known about the person. */
export interface SessionIdentity {
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly mustChangePassword: boolean;
}

const sessionByToken = compiledOnce((tx, { token, now }: { token: string; now: Date }) =>
	tx
		.$extendTables<AuthTables>()
		.selectFrom('auth.session')
		.innerJoin('auth.user', 'auth.user.id', 'auth.session.userId')
		.select(['auth.user.communityId', 'auth.user.personId', 'auth.user.mustChangePassword'])
		.where('auth.session.token', '=', token)
		.where('auth.session.expiresAt', '>', now)
);

/** Whose session a token opens at `now`. */
export async function findSession(
	tx: Tx,
	token: string,
	now: Date
): Promise<SessionIdentity | null> {
	const [row] = await sessionByToken(tx, { token, now });
	if (!row) return null;
	return {
		communityId: toId(row.communityId),
		personId: toId(row.personId),
		mustChangePassword: row.mustChangePassword
	};
}
