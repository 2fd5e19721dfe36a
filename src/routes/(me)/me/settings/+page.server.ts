import { redirect } from '@sveltejs/kit';
import { saveSettings, saveSettingsInput } from '#lib/server/modules/people/index.ts';
import { endSessions } from '#lib/server/platform/auth/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	locals.actor();
	return { settings: locals.signedIn?.settings ?? null, isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	save: async (event) => {
		const { refusal } = await answerForm(event, saveSettingsInput, saveSettings);
		return refusal ?? redirect(303, '/me/settings?saved');
	},
	/** Ends every session of the person, this one too. */
	everywhere: async ({ locals }) => {
		const { communityId, personId } = locals.actor();
		await locals.app.auth.local('write', (tx) => endSessions(tx, communityId, personId));
		redirect(303, '/sign-in');
	}
};
