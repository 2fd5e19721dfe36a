import { redirect } from '@sveltejs/kit';
import {
	findGoal,
	proposeGoal,
	proposeGoalInput,
	type GoalId
} from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId } = locals.actor();
	const draft = url.searchParams.get('draft');
	const found = isUuid(draft)
		? await locals.read((scope) => findGoal(scope, personId, toId<GoalId>(draft)))
		: null;
	const now = locals.app.clock.now();
	return {
		learnerId: personId,
		proposalId: newUuid(now),
		goalId: found?.goal.goalId ?? newUuid(now),
		purpose: found?.goal.purpose ?? 'learning',
		fields: found?.goal.fields ?? null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { refusal } = await answerForm(event, proposeGoalInput, proposeGoal);
		return refusal ?? redirect(303, '/plan');
	}
};
