import { redirect } from '@sveltejs/kit';
import { choosePassword, choosePasswordInput } from '#lib/server/modules/people/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	locals.actor();
	if (!locals.signedIn?.mustChangePassword) redirect(303, '/');
};

export const actions: Actions = {
	default: async (event) => {
		const answer = await answerForm(event, choosePasswordInput, choosePassword);
		if (answer.refusal) return answer.refusal;
		await event.locals.app.auth.startVisit(answer.value, event.request.headers);
		redirect(303, '/');
	}
};
