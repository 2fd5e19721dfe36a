import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { foundCommunity, foundCommunityInput } from '#lib/server/modules/people/index.ts';
import { listCommunities } from '#lib/server/modules/school/index.ts';
import { isOnThisMachine } from '#lib/server/platform/auth/index.ts';
import { answerOpenForm } from '#lib/server/platform/http/form.ts';
import { newUuid, type CommunityId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever sits at the machine that runs Locus may set it up, and nobody else. */
function mustBeHere({ getClientAddress, url, locals }: RequestEvent): void {
	const { origin } = locals.app.config;
	if (!isOnThisMachine({ address: getClientAddress(), hostname: url.hostname, origin })) error(404);
}

export const load: PageServerLoad = async (event) => {
	mustBeHere(event);
	const communities = await event.locals.app.auth.local('read', listCommunities);
	if (communities.length > 0) redirect(303, '/sign-in');
	return { timeZones: Intl.supportedValuesOf('timeZone') };
};

export const actions: Actions = {
	default: async (event) => {
		mustBeHere(event);
		const { app } = event.locals;
		const communityId = newUuid<CommunityId>(app.clock.now());
		const { refusal } = await answerOpenForm(event, foundCommunityInput, (input) =>
			app.change({ kind: 'system', communityId, reason: 'set-up page' }, (scope) =>
				foundCommunity(scope, input)
			)
		);
		return refusal ?? redirect(303, '/sign-in');
	}
};
