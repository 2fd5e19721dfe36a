import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** One page under two addresses: the matching page is with the teachers' pages and authorises itself. */
export const load: PageServerLoad = ({ url }) => redirect(303, `/staff/matching${url.search}`);
