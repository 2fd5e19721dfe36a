import { error, redirect } from '@sveltejs/kit';
import {
	defaultRungs,
	setDefaultRungs,
	setDefaultRungsInput
} from '#lib/server/modules/agency/index.ts';
import { administer } from '#lib/server/modules/people/index.ts';
import { ageBands, may } from '#lib/server/platform/access/index.ts';
import { decisionKinds } from '#lib/server/platform/audit/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!may(locals.actor(), administer)) error(404);
	const rungs = await locals.read(defaultRungs);
	const asked = url.searchParams.get('band');
	const band = ageBands.find((each) => each === asked) ?? ageBands[0];
	return {
		band,
		rows: decisionKinds.map((kind) => ({ kind, rung: rungs[band][kind] })),
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { refusal } = await answerForm(event, setDefaultRungsInput, setDefaultRungs);
		const band = event.url.searchParams.get('band') ?? ageBands[0];
		return refusal ?? redirect(303, `/settings/ladder?band=${encodeURIComponent(band)}&saved`);
	}
};
