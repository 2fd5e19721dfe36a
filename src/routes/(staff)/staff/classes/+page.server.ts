import { error } from '@sveltejs/kit';
import { administersClasses, listClasses, runsClasses } from '#lib/server/modules/people/index.ts';
import type { PageServerLoad } from './$types';

/** The classes whose windows and cards this adult looks after. */
export const load: PageServerLoad = async ({ locals }) => {
	const actor = locals.actor();
	if (!runsClasses(actor) && !administersClasses(actor)) error(404);
	return { classes: await locals.read((scope) => listClasses(scope)) };
};
