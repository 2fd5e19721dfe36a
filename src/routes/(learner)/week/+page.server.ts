import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	addIntention,
	addIntentionInput,
	getOwnWeek,
	intentionInput,
	lookBack,
	lookBackInput,
	objectToCall,
	objectToCallInput,
	priceWish,
	priceWishInput,
	removeIntention,
	restoreIntention,
	type OwnWeek
} from '#lib/server/modules/organiser/index.ts';
import { toIntentionLines, toOwnWeekView } from '#lib/server/own-week-view.ts';
import { isSchoolDay } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid } from '#lib/server/platform/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayWeekday } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** The times a learner can mean something for, study first within each day. */
function timesOf({ days, today }: OwnWeek, locale: string) {
	const open = days.filter(({ closed, day }) => closed === null && day >= today);
	return open.flatMap(({ day, blocks }) => {
		const weekday = sayWeekday(day, locale);
		const free = blocks.filter(({ seat, when }) => seat === null && when !== 'done');
		return [
			{ value: day as string, text: m.week_plan_any({ day: weekday }) },
			...free.map(({ periodId, startsAt }) => ({
				value: `${day} ${periodId}`,
				text: m.week_plan_study({ day: weekday, time: startsAt })
			}))
		];
	});
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId, band } = locals.actor();
	const { locale } = locals;
	const on = url.searchParams.get('on');
	const asked = isSchoolDay(on) ? on : null;
	const removed = url.searchParams.get('removed');
	const week = await locals.read((scope) => getOwnWeek(scope, personId, asked));
	const isYoung = band === '5-7';
	return {
		learnerId: personId,
		week: week && toOwnWeekView(week, { locale, withPictures: isYoung }),
		lines: week ? toIntentionLines(week, locale) : [],
		times: week?.weekId ? timesOf(week, locale) : [],
		day: asked,
		newId: newUuid(locals.app.clock.now()),
		removed: isUuid(removed) ? removed : null
	};
};

/** The same week again. */
function back({ url }: RequestEvent, removed?: string): never {
	const on = url.searchParams.get('on');
	const query = new URLSearchParams({
		...(isSchoolDay(on) && { on }),
		...(removed !== undefined && { removed })
	});
	redirect(303, query.size > 0 ? `/week?${query}` : '/week');
}

export const actions: Actions = {
	/** What it would take is told on this very page; nothing of the week is changed by asking. */
	price: async (event) => {
		const answer = await answerForm(event, priceWishInput, priceWish);
		if (answer.refusal) return answer.refusal;
		const offerId = event.url.searchParams.get('offer') ?? '';
		return { priced: { offerId, ...answer.value } };
	},
	object: async (event) =>
		(await answerForm(event, objectToCallInput, objectToCall)).refusal ?? back(event),
	mean: async (event) =>
		(await answerForm(event, addIntentionInput, addIntention)).refusal ?? back(event),
	lookBack: async (event) =>
		(await answerForm(event, lookBackInput, lookBack)).refusal ?? back(event),
	remove: async (event) => {
		const answer = await answerForm(event, intentionInput, removeIntention);
		return answer.refusal ?? back(event, answer.value.intentionId);
	},
	restore: async (event) =>
		(await answerForm(event, intentionInput, restoreIntention)).refusal ?? back(event)
};
