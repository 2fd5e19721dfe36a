import { redirect } from '@sveltejs/kit';
import { readAroundToday } from '#lib/server/learner-today.ts';
import {
	raiseHelp,
	raiseHelpInput,
	takeBackHelp,
	takeBackHelpInput
} from '#lib/server/modules/conversations/index.ts';
import { findRefresher } from '#lib/server/modules/learner-model/index.ts';
import { findToday, stepInput, tickStep, untickStep } from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid } from '#lib/server/platform/ids.ts';
import { drawingOf } from '#lib/ui/drawings/drawing-of.ts';
import { toDayView } from './day-view.ts';
import { repliesOf } from './reply-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId, band } = locals.actor();
	const wording = { band: band ?? '12-18', locale: locals.locale } as const;
	const done = url.searchParams.get('done');
	return locals.read(async (scope) => {
		const [{ steps, replies, refresher }, { news, feedback, ahead }] = await Promise.all([
			findRefresher(scope, personId).then((outcomeId) =>
				findToday(scope, personId, { ...wording, outcomeId })
			),
			readAroundToday(scope, personId)
		]);
		const { help, threads } = news;
		return {
			learnerId: personId,
			steps: steps.map(({ stepId, words, where, minutes }) => ({ stepId, words, where, minutes })),
			refresher,
			drawing: drawingOf(steps[0]?.picture ?? null),
			ahead: toDayView(ahead, wording),
			replies: repliesOf({ threads, goals: replies, feedback }),
			up: help.find(({ answeredAt }) => answeredAt === null) ?? null,
			answered: help.find(({ answeredAt }) => answeredAt !== null) ?? null,
			helpId: newUuid(scope.now),
			done: isUuid(done) ? done : null
		};
	});
};

export const actions: Actions = {
	tick: async (event) => {
		const values = await event.request.clone().formData();
		const { refusal } = await answerForm(event, stepInput, tickStep);
		return refusal ?? redirect(303, `/today?done=${String(values.get('stepId'))}`);
	},
	untick: async (event) =>
		(await answerForm(event, stepInput, untickStep)).refusal ?? redirect(303, '/today'),
	help: async (event) =>
		(await answerForm(event, raiseHelpInput, raiseHelp)).refusal ?? redirect(303, '/today'),
	down: async (event) =>
		(await answerForm(event, takeBackHelpInput, takeBackHelp)).refusal ?? redirect(303, '/today')
};
