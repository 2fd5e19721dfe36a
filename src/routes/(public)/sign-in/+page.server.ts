import { redirect, type RequestEvent } from '@sveltejs/kit';
import { listCommunities } from '#lib/server/modules/school/index.ts';
import {
	findAccountOfPerson,
	isOnThisMachine,
	listDemoEntries
} from '#lib/server/platform/auth/index.ts';
import { refuse } from '#lib/server/platform/http/form.ts';
import { ownPath } from '#lib/server/platform/http/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

const demoIsOpen = ({ getClientAddress, url, locals }: RequestEvent) =>
	isOnThisMachine({
		address: getClientAddress(),
		hostname: url.hostname,
		origin: locals.app.config.origin
	});

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	if (locals.signedIn) redirect(303, ownPath(url.searchParams.get('to')));
	const { communities, entries } = await locals.app.auth.local('read', async (tx) => ({
		communities: await listCommunities(tx),
		entries: demoIsOpen(event) ? await listDemoEntries(tx) : []
	}));
	if (communities.length === 0) redirect(303, '/set-up');
	return {
		communities: communities.map(({ name, isDemo }) => ({ name, isDemo })),
		entries: entries.map(({ position, name, age, shows }) => ({ position, name, age, shows }))
	};
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
		return refuse({ field: 'password', ...result.error }, { identifier });
	},
	demo: async (event) => {
		const { request, locals } = event;
		const position = Number((await request.formData()).get('position'));
		const account = demoIsOpen(event)
			? await locals.app.auth.local('read', async (tx) => {
					const entry = (await listDemoEntries(tx)).find((each) => each.position === position);
					return entry ? findAccountOfPerson(tx, entry.communityId, entry.personId) : null;
				})
			: null;
		if (!account) return refuse({ code: 'sign-in.demo-closed' }, {});
		await locals.app.auth.startVisit(account, request.headers);
		redirect(303, '/');
	}
};
