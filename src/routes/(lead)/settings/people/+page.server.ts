import { error } from '@sveltejs/kit';
import {
	administer,
	endVisits,
	issueCode,
	personInput,
	searchPeople
} from '#lib/server/modules/people/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!may(locals.actor(), administer)) error(404);
	const words = (url.searchParams.get('name') ?? '').slice(0, 100);
	const people = await locals.read((scope) => searchPeople(scope, words));
	return { words, people };
};

export const actions: Actions = {
	code: async (event) => {
		const answer = await answerForm(event, personInput, issueCode);
		return answer.refusal ?? { issued: answer.value, ended: null };
	},
	end: async (event) => {
		const answer = await answerForm(event, personInput, endVisits);
		return answer.refusal ?? { issued: null, ended: answer.value.personId };
	}
};
