import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	answerObjection,
	answerObjectionInput,
	callInput,
	callLearners,
	callLearnersInput,
	getStaffCalls,
	restoreCall,
	withdrawCall,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import { sayDay, sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = locals.app.clock.now();
	const { locale } = locals;
	const found = await locals.read((scope) =>
		getStaffCalls(scope, idInAddress<WeekId>(params.weekId, now))
	);
	if (!found) error(404);
	const { week, learners, offers, calls } = found;
	const views = calls.map(({ untilDay, objectedAt: _, severity: _s, ...call }) => ({
		...call,
		until: sayDay(untilDay, locale),
		isOpen: call.objection !== null && call.answer === null && !call.isWithdrawn
	}));
	const withdrawn = url.searchParams.get('withdrawn');
	return {
		weekId: week.weekId,
		siteId: week.siteId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locale),
		isPublished: week.state === 'published',
		learners,
		offers: offers.map(({ offerId, title }) => ({ value: offerId, text: title })),
		objections: views.filter(({ isOpen }) => isOpen),
		calls: views.filter(({ isOpen }) => !isOpen),
		standing: calls.filter(({ isWithdrawn }) => !isWithdrawn).length,
		withdrawn: isUuid(withdrawn) ? withdrawn : null,
		isSent: url.searchParams.has('sent'),
		isAnswered: url.searchParams.has('answered')
	};
};

const back = ({ params }: RequestEvent, query: string) =>
	redirect(303, `/staff/week/${params['weekId'] ?? ''}/calls?${query}`);

export const actions: Actions = {
	call: async (event) =>
		(await answerForm(event, callLearnersInput, callLearners)).refusal ?? back(event, 'sent'),
	withdraw: async (event) => {
		const answer = await answerForm(event, callInput, withdrawCall);
		return answer.refusal ?? back(event, `withdrawn=${answer.value.callId}`);
	},
	restore: async (event) =>
		(await answerForm(event, callInput, restoreCall)).refusal ?? back(event, 'answered'),
	objection: async (event) =>
		(await answerForm(event, answerObjectionInput, answerObjection)).refusal ??
		back(event, 'answered')
};
