import { error } from '@sveltejs/kit';
import { may } from '#lib/server/platform/access/index.ts';
import { administerClasses, listClasses, runClasses } from '#lib/server/modules/people/index.ts';
import type { PageServerLoad } from './$types';

/** The classes whose windows and cards this adult looks after. */
export const load: PageServerLoad = async ({ locals }) => {
	const actor = locals.actor();
	if (!may(actor, [...runClasses, ...administerClasses])) error(404);
	return { classes: await locals.read((scope) => listClasses(scope)) };
};
