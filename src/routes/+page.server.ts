import { redirect } from '@sveltejs/kit';
import { firstPageOf } from '#lib/server/frames.ts';
import type { PageServerLoad } from './$types';

/** Sends everyone to their own first page. */
export const load: PageServerLoad = ({ locals }) => redirect(303, firstPageOf(locals.actor()));
