import { env } from 'node:process';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The gallery is an aid for development and tests; a school never sees it. */
export const load: PageServerLoad = ({ params }) => {
	if (env.LOCUS_GALLERY !== '1') error(404);
	return { section: params.section };
};
