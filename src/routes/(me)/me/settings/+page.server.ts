import { redirect } from '@sveltejs/kit';
import {
	findFeedOf,
	hasOwnWeek,
	makeFeed,
	revokeFeed
} from '#lib/server/modules/organiser/index.ts';
import { saveSettings, saveSettingsInput } from '#lib/server/modules/people/index.ts';
import { endSessions } from '#lib/server/platform/auth/index.ts';
import { answerForm, refuse } from '#lib/server/platform/http/form.ts';
import { dateFormat } from '#lib/ui/patterns/date-format.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = locals.actor();
	const mayHaveCalendar = hasOwnWeek(actor);
	const since = mayHaveCalendar
		? await locals.read((scope) => findFeedOf(scope, actor.personId))
		: null;
	const { locale, signedIn } = locals;
	const day = dateFormat(locale, {
		dateStyle: 'long',
		timeZone: signedIn?.timeZone ?? 'UTC'
	});
	return {
		settings: signedIn?.settings ?? null,
		isSaved: url.searchParams.has('saved'),
		calendar: { mayHave: mayHaveCalendar, since: since && day.format(since) }
	};
};

export const actions: Actions = {
	save: async (event) => {
		const { refusal } = await answerForm(event, saveSettingsInput, saveSettings);
		return refusal ?? redirect(303, '/me/settings?saved');
	},
	/** The address is shown in this answer alone: it is kept nowhere. */
	calendar: async ({ locals, url }) => {
		const made = await locals.change(makeFeed);
		if (!made.ok) return refuse(made.error, {});
		const { origin } = locals.app.config;
		const { communityId } = locals.actor();
		return { address: `${origin ?? url.origin}/calendar/${communityId}/${made.value.token}` };
	},
	endCalendar: async ({ locals }) => {
		const ended = await locals.change(revokeFeed);
		return ended.ok ? { isEnded: true } : refuse(ended.error, {});
	},
	/** Ends every session of the person, this one too. */
	everywhere: async ({ locals }) => {
		const { communityId, personId } = locals.actor();
		await locals.app.auth.local('write', (tx) => endSessions(tx, communityId, personId));
		redirect(303, '/sign-in');
	}
};
