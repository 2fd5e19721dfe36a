import { redirect } from '@sveltejs/kit';
import {
	answerStep,
	answerStepInput,
	addStep,
	addStepInput,
	agreeProposal,
	agreeProposalInput,
	draftPlan,
	draftPlanInput,
	getPlan,
	goalStepInput,
	setGoalAside,
	stepInput,
	tickStep,
	untickStep,
	waitingOf
} from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { personId, band } = locals.actor();
	const plan = await locals.read((scope) => getPlan(scope, personId, band ?? '12-18'));
	const now = locals.app.clock.now();
	return {
		learnerId: personId,
		newStepId: newUuid(now),
		goals: plan.goals.map((goal) => ({
			...goal,
			waiting: waitingOf(goal),
			asideId: newUuid(now)
		})),
		steps: plan.steps,
		ladder: Object.entries(plan.ladder).map(([kind, { rung }]) => ({ kind, rung }))
	};
};

export const actions: Actions = {
	draft: async (event) => {
		const { refusal } = await answerForm(event, draftPlanInput, draftPlan);
		return refusal ?? redirect(303, '/plan');
	},
	agree: async (event) => {
		const { refusal } = await answerForm(event, agreeProposalInput, agreeProposal);
		return refusal ?? redirect(303, '/plan');
	},
	aside: async (event) => {
		const { refusal } = await answerForm(event, goalStepInput, setGoalAside);
		return refusal ?? redirect(303, '/plan');
	},
	step: async (event) => {
		const { refusal } = await answerForm(event, addStepInput, addStep);
		return refusal ?? redirect(303, '/plan');
	},
	tick: async (event) => {
		const { refusal } = await answerForm(event, stepInput, tickStep);
		return refusal ?? redirect(303, '/plan');
	},
	untick: async (event) => {
		const { refusal } = await answerForm(event, stepInput, untickStep);
		return refusal ?? redirect(303, '/plan');
	},
	answer: async (event) => {
		const { refusal } = await answerForm(event, answerStepInput, answerStep);
		return refusal ?? redirect(303, '/plan');
	}
};
