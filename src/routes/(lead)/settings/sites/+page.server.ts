import { error } from '@sveltejs/kit';
import { changeSchool, listSitesSetUp } from '#lib/server/modules/school/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import type { PageServerLoad } from './$types';

/** The sites, and what of a week each of them has. */
export const load: PageServerLoad = async ({ locals }) => {
	if (!may(locals.actor(), changeSchool)) error(404);
	return { sites: await locals.read(listSitesSetUp) };
};
