import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { answerOpenForm } from '#lib/server/platform/http/form.ts';
import type { Actions } from './$types';

const codeInput = v.object({
	username: v.pipe(v.string(), v.maxLength(200)),
	code: v.pipe(v.string(), v.maxLength(40))
});

export const actions: Actions = {
	default: async (event) => {
		const origin = { headers: event.request.headers, address: event.getClientAddress() };
		const { auth } = event.locals.app;
		const { refusal } = await answerOpenForm(event, codeInput, ({ username, code }) =>
			auth.signInWithCode(username, code, origin)
		);
		return refusal ?? redirect(303, '/sign-in/password');
	}
};
