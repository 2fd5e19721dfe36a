import { error, redirect } from '@sveltejs/kit';
import {
	addOffer,
	addOfferInput,
	listOwnSites,
	offerKinds
} from '#lib/server/modules/organiser/index.ts';
import {
	findOpportunity,
	searchOpportunities,
	type OpportunityId
} from '#lib/server/modules/opportunities/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { findForForm, newValues, readChoices, sayOutcomes, withLists } from '../offer-page.ts';

/** A new offer, from nothing or from something in the bank. Eight statements at most. */
export const load: PageServerLoad = async ({ locals, url }) => {
	locals.actor();
	const { searchParams } = url;
	const kind = offerKinds.find((each) => each === searchParams.get('kind')) ?? 'workshop';
	const words = (searchParams.get('bank') ?? '').trim().slice(0, 100);
	const asked = searchParams.get('opportunity');
	const found = await locals.read(async (scope) => {
		const sites = await listOwnSites(scope);
		const site = sites.find(({ siteId }) => siteId === searchParams.get('site')) ?? sites[0];
		if (!site) return null;
		const opportunity = isUuid(asked)
			? await findOpportunity(scope, toId<OpportunityId>(asked))
			: undefined;
		const start = newValues(kind, opportunity);
		const outcomeIds = [...(opportunity?.builds ?? []), ...(opportunity?.needsFirst ?? [])];
		return {
			site,
			start,
			minutes: opportunity?.minutes ?? null,
			choices: await readChoices(scope, site.siteId),
			outcomes: await sayOutcomes(scope, outcomeIds, locals.locale),
			bank: words === '' ? null : await searchOpportunities(scope, words)
		};
	});
	if (!found) error(404);
	const { site, ...rest } = found;
	return {
		...rest,
		site: { siteId: site.siteId, name: site.name },
		kind,
		words,
		offerId: newUuid(locals.app.clock.now())
	};
};

export const actions: Actions = {
	find: async ({ locals, request }) => {
		locals.actor();
		return findForForm(locals, await request.formData());
	},
	add: async (event) => {
		const typed = await event.request.clone().formData();
		const { refusal } = await answerForm(event, addOfferInput, addOffer);
		if (refusal) return withLists(event.locals, refusal, typed);
		redirect(303, `/staff/offers?site=${encodeURIComponent(String(typed.get('siteId')))}`);
	}
};
