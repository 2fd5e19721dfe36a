import { fail, redirect } from '@sveltejs/kit';
import { errorMessage } from '#lib/server/platform/i18n/index.ts';
import { ownPath } from '#lib/server/platform/http/own-path.ts';
import { statusOf } from '#lib/server/platform/http/status.ts';
import { listCommunities } from '#lib/server/modules/school/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.signedIn) redirect(303, ownPath(url.searchParams.get('to')));
	const communities = await locals.app.auth.local('read', listCommunities);
	return { communities: communities.map(({ name, isDemo }) => ({ name, isDemo })) };
};

export const actions: Actions = {
	password: async ({ request, locals, url, getClientAddress }) => {
		const form = await request.formData();
		const identifier = String(form.get('identifier') ?? '').slice(0, 200);
		const password = String(form.get('password') ?? '').slice(0, 200);
		const result = await locals.app.auth.signInWithPassword(identifier, password, {
			headers: request.headers,
			address: getClientAddress()
		});
		if (result.ok) redirect(303, ownPath(url.searchParams.get('to')));
		const { code, field = 'password' } = result.error;
		return fail(statusOf(code), {
			error: { code, message: errorMessage(code), field },
			values: { identifier }
		});
	}
};
