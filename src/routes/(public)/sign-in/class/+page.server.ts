import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A code that was typed leads to the class's own page. */
export const load: PageServerLoad = ({ url }) => {
	const code = (url.searchParams.get('code') ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 20);
	if (code !== '') redirect(303, `/sign-in/class/${encodeURIComponent(code.toUpperCase())}`);
};
