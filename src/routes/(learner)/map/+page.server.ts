import { error } from '@sveltejs/kit';
import { getMap } from '#lib/server/modules/learner-model/index.ts';
import { ownMap } from './own-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { learnerId, band } = ownMap(locals);
	const strands = await locals.read((scope) => getMap(scope, learnerId, band));
	if (!strands) error(404);
	return { strands, band };
};
