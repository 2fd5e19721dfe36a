import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Until the overview of the settings is there, they open where a school begins: with what it brings in. */
export const load: PageServerLoad = ({ locals }) => {
	locals.actor();
	redirect(303, '/settings/imports');
};
