import { redirect } from '@sveltejs/kit';
import {
	learnerNews,
	raiseHelp,
	raiseHelpInput,
	takeBackHelp,
	takeBackHelpInput
} from '#lib/server/modules/conversations/index.ts';
import {
	goalReplies,
	nextSteps,
	stepInput,
	tickStep,
	untickStep
} from '#lib/server/modules/plans/index.ts';
import { listFeedbackToUse } from '#lib/server/modules/portfolio/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid } from '#lib/server/platform/ids.ts';
import { drawingOf } from '#lib/ui/drawings/drawing-of.ts';
import { repliesOf } from './reply-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = locals.actor();
	const done = url.searchParams.get('done');
	return locals.read(async (scope) => {
		const steps = await nextSteps(scope, personId);
		const { help, threads } = await learnerNews(scope);
		return {
			steps: steps.map(({ stepId, words, where, minutes }) => ({ stepId, words, where, minutes })),
			drawing: drawingOf(steps[0]?.picture ?? null),
			replies: repliesOf({
				threads,
				goals: await goalReplies(scope, personId),
				feedback: await listFeedbackToUse(scope, personId, 3)
			}),
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
