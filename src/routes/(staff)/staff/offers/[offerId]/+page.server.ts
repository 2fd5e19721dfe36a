import { error, redirect } from '@sveltejs/kit';
import {
	changeOffer,
	changeOfferInput,
	findOffer,
	offerInput,
	organisesAt,
	retireOffer,
	type OfferId
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import type { Actions, PageServerLoad } from './$types';
import { findForForm, readChoices, sayOutcomes, valuesOf, withLists } from '../offer-page.ts';

/** One offer, to be changed. Five statements. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = locals.actor();
	const offerId = idInAddress<OfferId>(params.offerId, locals.app.clock.now());
	const found = await locals.read(async (scope) => {
		const offer = await findOffer(scope, offerId);
		if (!offer || !organisesAt(actor, offer.siteId)) return null;
		const outcomeIds = offer.outcomes.map(({ outcomeId }) => outcomeId);
		return {
			offer,
			choices: await readChoices(scope, offer.siteId),
			outcomes: await sayOutcomes(scope, outcomeIds, locals.locale)
		};
	});
	if (!found) error(404);
	const { offer, ...rest } = found;
	return {
		...rest,
		offerId,
		siteId: offer.siteId,
		title: offer.title,
		version: offer.version,
		isRetired: offer.retiredAt !== null,
		start: valuesOf(offer),
		isKept: url.searchParams.has('kept')
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		locals.actor();
		return findForForm(locals, await request.formData());
	},
	change: async (event) => {
		const typed = await event.request.clone().formData();
		const { refusal } = await answerForm(event, changeOfferInput, changeOffer);
		if (refusal) return withLists(event.locals, refusal, typed);
		redirect(303, `${event.url.pathname}?kept`);
	},
	retire: async (event) => {
		const answer = await answerForm(event, offerInput, retireOffer);
		if (answer.refusal) return answer.refusal;
		const site = event.url.searchParams.get('site') ?? '';
		redirect(303, `/staff/offers?${new URLSearchParams({ site, retired: answer.value.offerId })}`);
	}
};
