import { redirect } from '@sveltejs/kit';
import { nextSteps, stepInput, tickStep, untickStep } from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = locals.actor();
	const done = url.searchParams.get('done');
	return {
		steps: await locals.read((scope) => nextSteps(scope, personId)),
		done: isUuid(done) ? done : null
	};
};

export const actions: Actions = {
	tick: async (event) => {
		const values = await event.request.clone().formData();
		const { refusal } = await answerForm(event, stepInput, tickStep);
		return refusal ?? redirect(303, `/today?done=${String(values.get('stepId'))}`);
	},
	untick: async (event) => {
		const { refusal } = await answerForm(event, stepInput, untickStep);
		return refusal ?? redirect(303, '/today');
	}
};
