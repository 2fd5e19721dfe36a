import { personOf, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { audiencesFor, viewpointOf } from './profile.ts';
import { listProfileItems, type ProfileItemView } from './profile.store.ts';

/** What a learner says about themself, as far as the acting person stands to them; null when they do not. */
export async function listProfile(
	scope: Scope,
	learnerId: PersonId
): Promise<readonly ProfileItemView[] | null> {
	const viewpoint = viewpointOf(personOf(scope), learnerId);
	// Asked either way, so that missing and forbidden take the same statements (TS3).
	const items = await listProfileItems(
		scope,
		learnerId,
		viewpoint ? audiencesFor(viewpoint) : ['me']
	);
	return viewpoint ? items : null;
}
