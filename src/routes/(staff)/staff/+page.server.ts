import { listLearners, teachLearner } from '#lib/server/modules/people/index.ts';
import { learnersFor } from '#lib/server/platform/access/index.ts';
import type { PageServerLoad } from './$types';

/** The learners this adult works with; the queue of what waits comes with the modules that fill it. */
export const load: PageServerLoad = async ({ locals }) => {
	const actor = locals.actor();
	const visible = learnersFor(actor, teachLearner);
	const learners = await locals.read((scope) => listLearners(scope, visible));
	return {
		learners: learners.map(({ personId, fullName, groups }) => ({
			personId,
			fullName,
			groups: groups.map(({ name }) => name)
		}))
	};
};
