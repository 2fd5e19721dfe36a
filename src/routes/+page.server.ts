import { redirect } from '@sveltejs/kit';
import { hasRole } from '#lib/server/platform/access/index.ts';
import type { PageServerLoad } from './$types';

/** Sends everyone to their own first page. */
export const load: PageServerLoad = ({ locals }) => {
	const actor = locals.actor();
	if (hasRole(actor, 'learner')) redirect(303, '/today');
	if (hasRole(actor, 'teacher') || hasRole(actor, 'support')) redirect(303, '/staff');
	if (hasRole(actor, 'administrator') || hasRole(actor, 'leader')) redirect(303, '/settings');
	redirect(303, '/family');
};
