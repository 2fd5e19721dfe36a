import { error, redirect } from '@sveltejs/kit';
import {
	listByHeart,
	markOutcomes,
	markOutcomesInput
} from '#lib/server/modules/curriculum/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A place in a framework; what is no such number is the start. */
const placeOf = (from: string | null) => (from !== null && /^\d{1,9}$/.test(from) ? +from : 0);

export const load: PageServerLoad = async ({ locals, url }) => {
	const { searchParams: query } = url;
	const which = { strandId: query.get('strand'), from: placeOf(query.get('from')) };
	const view = await locals.read((scope) => listByHeart(scope, which));
	if (!view) error(404);
	return { ...view, from: which.from, isSaved: query.has('saved') };
};

export const actions: Actions = {
	default: async (event) => {
		const { refusal } = await answerForm(event, markOutcomesInput, markOutcomes);
		if (refusal) return refusal;
		const query = new URLSearchParams({
			strand: event.url.searchParams.get('strand') ?? '',
			from: String(placeOf(event.url.searchParams.get('from'))),
			saved: ''
		});
		redirect(303, `${event.url.pathname}?${query}`);
	}
};
