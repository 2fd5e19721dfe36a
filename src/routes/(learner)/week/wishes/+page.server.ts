import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	answerCompany,
	answerCompanyInput,
	answerWishes,
	answerWishesInput,
	askForOther,
	askForOtherInput,
	getWishPage,
	saveWishes,
	saveWishesInput,
	sayCompany,
	sayCompanyInput,
	takeBackCompany,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { toWishView } from './wish-view.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = locals.actor();
	const { locale } = locals;
	const week = url.searchParams.get('week');
	const weekId = isUuid(week) ? toId<WeekId>(week) : null;
	const page = await locals.read((scope) =>
		getWishPage(scope, { learnerId: personId, weekId, locale })
	);
	return { page: page && toWishView(page, personId, locale) };
};

/** The same week again. */
function back({ url }: RequestEvent): never {
	const week = url.searchParams.get('week');
	redirect(303, isUuid(week) ? `/week/wishes?week=${week}` : '/week/wishes');
}

export const actions: Actions = {
	save: async (event) =>
		(await answerForm(event, saveWishesInput, saveWishes)).refusal ?? back(event),
	agree: async (event) =>
		(await answerForm(event, answerWishesInput, answerWishes)).refusal ?? back(event),
	other: async (event) =>
		(await answerForm(event, askForOtherInput, askForOther)).refusal ?? back(event),
	company: async (event) =>
		(await answerForm(event, sayCompanyInput, sayCompany)).refusal ?? back(event),
	uncompany: async (event) =>
		(await answerForm(event, sayCompanyInput, takeBackCompany)).refusal ?? back(event),
	agreeCompany: async (event) =>
		(await answerForm(event, answerCompanyInput, answerCompany)).refusal ?? back(event)
};
