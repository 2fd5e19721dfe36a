import { redirect } from '@sveltejs/kit';
import {
	addProfileItem,
	addProfileItemInput,
	changeProfileItem,
	changeProfileItemInput,
	listProfile,
	removeProfileItem,
	removeProfileItemInput,
	restoreProfileItem
} from '#lib/server/modules/people/index.ts';
import { hasRole } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = locals.actor();
	if (!hasRole(actor, 'learner'))
		return { items: [], newId: '', kind: null, item: null, removed: null, isLearner: false };
	const items = await locals.read((scope) => listProfile(scope, actor.personId));
	const removed = url.searchParams.get('removed');
	return {
		items: items ?? [],
		newId: newUuid(locals.app.clock.now()),
		kind: url.searchParams.get('kind'),
		item: url.searchParams.get('item'),
		removed: isUuid(removed) ? removed : null,
		isLearner: true
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { refusal } = await answerForm(event, addProfileItemInput, addProfileItem);
		return refusal ?? redirect(303, '/me');
	},
	change: async (event) => {
		const { refusal } = await answerForm(event, changeProfileItemInput, changeProfileItem);
		return refusal ?? redirect(303, '/me');
	},
	remove: async (event) => {
		const done = await answerForm(event, removeProfileItemInput, removeProfileItem);
		return done.refusal ?? redirect(303, `/me?removed=${done.value.itemId}`);
	},
	restore: async (event) => {
		const { refusal } = await answerForm(event, removeProfileItemInput, restoreProfileItem);
		return refusal ?? redirect(303, '/me');
	}
};
