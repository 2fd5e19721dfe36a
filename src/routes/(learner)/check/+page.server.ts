import { redirect } from '@sveltejs/kit';
import {
	getCheckHome,
	startCheck,
	startCheckInput,
	type CheckId
} from '#lib/server/modules/learner-model/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { personId, band } = locals.actor();
	const home = await locals.read((scope) => getCheckHome(scope, personId));
	const now = locals.app.clock.now();
	const strands = home.strands.map((strand) => ({ ...strand, checkId: newUuid<CheckId>(now) }));
	return { ...home, strands, band: band ?? '12-18' };
};

export const actions: Actions = {
	start: async (event) => {
		const answered = await answerForm(event, startCheckInput, startCheck);
		if (answered.refusal) return answered.refusal;
		redirect(303, `/check/${answered.value.checkId}`);
	}
};
