import { listLearners } from '#lib/server/modules/people/index.ts';
import { getPlan, goalsInForce } from '#lib/server/modules/plans/index.ts';
import { learnersFor, related } from '#lib/server/platform/access/index.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import type { PageServerLoad } from './$types';

/** The goals of one child, in the child's words; a family with several chooses whose. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const visible = learnersFor(locals.actor(), [related('family-of')]);
	const asked = url.searchParams.get('child');
	return locals.read(async (scope) => {
		const children = await listLearners(scope, visible);
		const child =
			children.find(({ personId }) => isUuid(asked) && personId === asked) ?? children[0];
		const plan = child && (await getPlan(scope, child.personId, child.band));
		return {
			children: children.map(({ personId, called }) => ({ personId, called })),
			child: child ? { personId: child.personId, called: child.called } : null,
			goals: goalsInForce(plan?.goals ?? []).map(({ goalId, fields }) => ({
				goalId,
				words: fields.words,
				why: fields.why
			}))
		};
	});
};
