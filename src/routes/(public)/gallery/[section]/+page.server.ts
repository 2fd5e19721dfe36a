import { env } from 'node:process';
import { error } from '@sveltejs/kit';
import * as drawings from '#lib/ui/drawings/index.ts';
import * as icons from '#lib/ui/icons/index.ts';
import type { PageServerLoad } from './$types';

/** The gallery is an aid for development and tests; a school never sees it. */
export const load: PageServerLoad = ({ params }) => {
	if (env.LOCUS_GALLERY !== '1') error(404);
	// Whole sets travel as data: naming them in a page would bring every icon to every reader's browser.
	return {
		section: params.section,
		icons: Object.entries(icons),
		drawings: params.section === 'pictures' ? Object.entries(drawings) : []
	};
};
