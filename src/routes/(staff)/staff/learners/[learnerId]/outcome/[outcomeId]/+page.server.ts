import { error } from '@sveltejs/kit';
import { look } from '#lib/server/look.ts';
import type { EvidenceId } from '#lib/server/modules/evidence/index.ts';
import { getOutcomePage } from '#lib/server/modules/learner-model/index.ts';
import { findLearner, recordAccess, teachLearner } from '#lib/server/modules/people/index.ts';
import { learnersFor } from '#lib/server/platform/access/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { isUuid, toId, type OutcomeId, type PersonId } from '#lib/server/platform/ids.ts';
import type { PageServerLoad } from './$types';

/** Why the system believes what it does about one outcome, for an adult; in the learner's own words. Six statements. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = locals.actor();
	const now = locals.app.clock.now();
	const learnerId = idInAddress<PersonId>(params.learnerId, now);
	const outcomeId = idInAddress<OutcomeId>(params.outcomeId, now);
	const before = url.searchParams.get('before');
	const older = isUuid(before) ? { before: toId<EvidenceId>(before) } : {};
	const { locale } = locals;
	const found = await look(locals, async (scope) => {
		const learner = await findLearner(scope, learnersFor(actor, teachLearner), learnerId);
		const band = learner?.band ?? '12-18';
		const page = await getOutcomePage(scope, learnerId, outcomeId, {
			band,
			locale,
			...older
		});
		if (!learner || !page) return null;
		await recordAccess(scope, actor.personId, learnerId, 'map');
		return { learner, page };
	});
	if (!found) error(404);
	return { ...found, locale };
};
