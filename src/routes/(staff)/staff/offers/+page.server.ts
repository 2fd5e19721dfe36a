import { error, redirect } from '@sveltejs/kit';
import {
	listOffersOf,
	listOwnSites,
	listWeeksOf,
	offerInput,
	openWeek,
	openWeekInput,
	restoreOffer,
	retireOffer
} from '#lib/server/modules/organiser/index.ts';
import { addDays, mondayOf, schoolDay } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import { sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many weeks ahead one can open by hand. */
const weeksAhead = [0, 1, 2, 3];

/** What a site can hold, by kind. Five statements. */
export const load: PageServerLoad = async ({ locals, url }) => {
	locals.actor();
	const asked = url.searchParams.get('site');
	const found = await locals.read(async (scope) => {
		const sites = await listOwnSites(scope);
		const site = sites.find(({ siteId }) => siteId === asked) ?? sites[0];
		if (!site) return null;
		return {
			sites,
			site,
			today: schoolDay(scope.now, site.timeZone),
			offers: await listOffersOf(scope, site.siteId),
			weeks: await listWeeksOf(scope, site.siteId)
		};
	});
	if (!found) error(404);
	const { sites, site, today, offers, weeks } = found;
	const opened = new Set(weeks.map(({ startsOn }) => startsOn));
	const undo = url.searchParams.get('retired');
	return {
		sites: sites.map(({ siteId, name }) => ({ siteId, name })),
		site: { siteId: site.siteId, name: site.name },
		offers: offers.map((offer) => ({
			offerId: offer.offerId,
			kind: offer.kind,
			title: offer.title,
			ageFrom: offer.ageFrom,
			ageTo: offer.ageTo,
			sections: offer.sections,
			minimum: offer.minimum,
			maximum: offer.maximum,
			adults: offer.adults.map(({ called }) => called),
			state: stateOf(offer, today)
		})),
		toOpen: weeksAhead
			.map((weeks) => addDays(mondayOf(today), 7 * weeks))
			.filter((monday) => !opened.has(monday))
			.map((monday) => ({ monday, words: sayWeek(monday, locals.locale) })),
		retired: isUuid(undo) ? undo : null,
		isOpened: url.searchParams.has('opened')
	};
};

function stateOf(
	offer: {
		readonly retiredAt: Date | null;
		readonly fromDay: string;
		readonly untilDay: string | null;
	},
	today: string
): 'on' | 'later' | 'over' | 'retired' {
	if (offer.retiredAt) return 'retired';
	if (offer.fromDay > today) return 'later';
	return offer.untilDay !== null && offer.untilDay < today ? 'over' : 'on';
}

const back = (url: URL, fields: Readonly<Record<string, string>> = {}) => {
	const site = url.searchParams.get('site');
	const query = new URLSearchParams({ ...(isUuid(site) && { site }), ...fields });
	return redirect(303, `/staff/offers?${query}`);
};

export const actions: Actions = {
	retire: async (event) => {
		const answer = await answerForm(event, offerInput, retireOffer);
		return answer.refusal ?? back(event.url, { retired: answer.value.offerId });
	},
	restore: async (event) =>
		(await answerForm(event, offerInput, restoreOffer)).refusal ?? back(event.url),
	openWeek: async (event) =>
		(await answerForm(event, openWeekInput, openWeek)).refusal ?? back(event.url, { opened: 'yes' })
};
