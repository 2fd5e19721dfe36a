import { redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/server/platform/i18n/index.ts';
import { ownPath } from '#lib/server/platform/http/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	/** Keeps the language on this device; a person's own setting, where there is one, comes first. */
	default: async ({ request, cookies }) => {
		const form = await request.formData();
		const locale = form.get('locale');
		if (isLocale(locale)) {
			cookies.set('locus-locale', locale, {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				maxAge: 31_536_000
			});
		}
		redirect(303, ownPath(form.get('back')));
	}
};
