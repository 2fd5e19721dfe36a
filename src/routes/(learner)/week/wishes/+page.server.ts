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
	type WeekId,
	type WhichChoices
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { toWishView } from './wish-view.ts';

/** Which of the offers the address asks for. */
const choicesIn = ({ searchParams }: URL): WhichChoices => ({
	words: (searchParams.get('find') ?? '').slice(0, 60),
	part: Math.trunc(Number(searchParams.get('part'))) || 1
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = locals.actor();
	const { locale } = locals;
	const week = url.searchParams.get('week');
	const weekId = isUuid(week) ? toId<WeekId>(week) : null;
	const choices = choicesIn(url);
	const page = await locals.read((scope) =>
		getWishPage(scope, { learnerId: personId, weekId, locale, choices })
	);
	return { page: page && toWishView(page, personId, locale) };
};

/** The same week and the same part of the offers again. */
function back({ url }: RequestEvent): never {
	const query = new URLSearchParams(
		[...url.searchParams].filter(([key]) => ['week', 'find', 'part'].includes(key))
	);
	redirect(303, query.size > 0 ? `/week/wishes?${query}` : '/week/wishes');
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
