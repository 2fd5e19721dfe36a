import type { AgeBand } from '../../platform/access/index.ts';
import type { Visitor } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { CommunityId, PersonId } from '../../platform/ids.ts';
import { findSignedInPerson } from './actor.store.ts';
import { listGroupsOf } from './class.store.ts';
import { visitHours } from './visit-length.ts';

/** Children who sign in by picture or card; older ones have a username and a password of their own. */
export const usesPictures = (band: AgeBand | null): boolean => band !== null && band !== '12-18';

/** What the doors of the platform must know about a person; null when they are no longer here. */
export async function findVisitor(
	tx: Tx,
	communityId: CommunityId,
	personId: PersonId,
	now: Date
): Promise<Visitor | null> {
	const found = await findSignedInPerson(tx, communityId, personId, now);
	const groupIds = await listGroupsOf(tx, communityId, personId, now);
	if (!found) return null;
	const { memberships, band } = found.actor;
	const hours = visitHours(memberships.map(({ role }) => role));
	return { hours, isYoung: usesPictures(band), groupIds };
}
