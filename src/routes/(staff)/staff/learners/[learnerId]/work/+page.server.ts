import { error } from '@sveltejs/kit';
import { findLearner, recordAccess, seeLearner } from '#lib/server/modules/people/index.ts';
import { listWork, type ArtefactId } from '#lib/server/modules/portfolio/index.ts';
import { look } from '#lib/server/look.ts';
import { learnersFor } from '#lib/server/platform/access/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { isUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import type { PageServerLoad } from './$types';

/** A learner's work as far as its audience reaches this adult. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = locals.actor();
	const now = locals.app.clock.now();
	const learnerId = idInAddress<PersonId>(params.learnerId, now);
	const before = url.searchParams.get('before');
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const { learner, page } = await look(locals, async (scope) => {
		const learner = await findLearner(scope, learnersFor(actor, seeLearner), learnerId, timeZone);
		const page = await listWork(
			scope,
			learnerId,
			isUuid(before) ? { before: toId<ArtefactId>(before) } : {}
		);
		if (learner) await recordAccess(scope, actor.personId, learnerId, 'work', timeZone);
		return { learner, page };
	});
	if (!learner) error(404);
	return { learnerId, called: learner.called, ...page };
};
