import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	answerCompany,
	answerCompanyInput,
	answerWishes,
	answerWishesInput,
	endApart,
	endApartInput,
	getStaffWishes,
	keepApart,
	keepApartInput,
	restoreApart,
	saveWishes,
	saveWishesInput,
	type OfferId,
	type PairId,
	type WeekId,
	type Wisher
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import { sayInstant, sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

const nameFirst = ({ learnerId, called, band, rung, adultSays, isLate, ranked }: Wisher) => ({
	learnerId,
	called,
	isYoung: band === '5-7',
	// From rung 3 on the wishes are the learner's own; saying them for one is no help.
	canSay: rung <= 2,
	adultSays,
	isLate,
	titles: ranked.map(({ title }) => title)
});

const toLine = (one: Wisher) => ({
	...nameFirst(one),
	state: one.state,
	isByLearner: one.savedBy === one.learnerId,
	by: one.savedBy === one.learnerId ? null : one.savedByName,
	words: one.words,
	other: one.otherAskedAt === null ? null : { words: one.otherWords },
	company: one.company.filter(({ state }) => state === 'in-force').map(({ other }) => other)
});

/** The form for saying wishes together: what is chosen now, and how many choices there are. */
function toSaying(one: Wisher | undefined, most: number) {
	if (!one) return null;
	const chosen = one.ranked.map(({ offerId }) => offerId);
	return {
		...nameFirst(one),
		places: Array.from({ length: most }, (_, n) => chosen[n] ?? ''),
		offers: one.offers
	};
}

/** The pair that was ended a moment ago, as the address says it. */
function endedIn(query: URLSearchParams): string | null {
	const ended = query.get('ended');
	return isUuid(ended) ? ended : null;
}

/** So many choices are said together; a learner alone may rank more. */
const saidTogether = 3;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = locals.app.clock.now();
	const { locale } = locals;
	const found = await locals.read((scope) =>
		getStaffWishes(scope, idInAddress<WeekId>(params.weekId, now))
	);
	if (!found) error(404);
	const { week, wishers, pairs } = found;
	const said = wishers.filter(({ ranked }) => ranked.length > 0);
	const asked = url.searchParams.get('say');
	return {
		weekId: week.weekId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locale),
		isPublished: week.state === 'published',
		isOver: week.wishesUntil < now,
		until: sayInstant(week.wishesUntil, locale, week.timeZone),
		seenAt: now.toISOString(),
		learners: wishers.length,
		said: said.filter(({ waits }) => !waits).map(toLine),
		waiting: said.filter(({ waits }) => waits).map(toLine),
		others: wishers.filter(({ otherAskedAt }) => otherAskedAt !== null).map(toLine),
		yet: wishers.filter(({ ranked }) => ranked.length === 0).map(toLine),
		company: wishers.flatMap(({ learnerId, called, company }) =>
			company
				.filter(({ state, isByLearner }) => state === 'waiting' && isByLearner)
				.map(({ otherId, other }) => ({ learnerId, called, otherId, other }))
		),
		saying: toSaying(
			wishers.find(({ learnerId, rung }) => learnerId === asked && rung <= 2),
			saidTogether
		),
		names: wishers.map(({ learnerId, called }) => ({ value: learnerId, text: called })),
		pairs,
		newPairId: newUuid<PairId>(now),
		ended: endedIn(url.searchParams),
		isAnswered: url.searchParams.has('answered')
	};
};

const { weekId, learnerId, seenAt } = saveWishesInput.entries;

/** Choices in their order, as selects send them; an empty one is none. */
const sayInput = v.pipe(
	v.object({ weekId, learnerId, seenAt, 'choice[]': v.array(v.string()) }),
	v.transform(({ 'choice[]': choices, ...rest }) => ({
		...rest,
		list: [...new Set(choices.filter(isUuid))].map((id) => toId<OfferId>(id))
	}))
);

const pageOf = ({ params }: RequestEvent) => `/staff/week/${params['weekId'] ?? ''}/wishes`;
const back = (event: RequestEvent, query = 'answered') =>
	redirect(303, `${pageOf(event)}?${query}`);

export const actions: Actions = {
	answer: async (event) =>
		(await answerForm(event, answerWishesInput, answerWishes)).refusal ?? back(event),
	say: async (event) => (await answerForm(event, sayInput, saveWishes)).refusal ?? back(event),
	company: async (event) =>
		(await answerForm(event, answerCompanyInput, answerCompany)).refusal ?? back(event),
	apart: async (event) =>
		(await answerForm(event, keepApartInput, keepApart)).refusal ?? back(event),
	end: async (event) => {
		const answer = await answerForm(event, endApartInput, endApart);
		return answer.refusal ?? back(event, `ended=${answer.value.pairId}`);
	},
	restore: async (event) =>
		(await answerForm(event, endApartInput, restoreApart)).refusal ?? back(event)
};
