import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { answerOpenForm } from '#lib/server/platform/http/form.ts';
import type { Actions } from './$types';

const cardInput = v.object({ code: v.pipe(v.string(), v.maxLength(80)) });

export const actions: Actions = {
	/** The card's secret stands after the `#` of its address, which no browser sends and no log keeps; the page posts it. */
	default: async (event) => {
		const origin = { headers: event.request.headers, address: event.getClientAddress() };
		const { refusal } = await answerOpenForm(event, cardInput, ({ code }) =>
			event.locals.app.auth.signInWithCard(code, origin)
		);
		return refusal ?? redirect(303, '/');
	}
};
