import { redirect } from '@sveltejs/kit';
import {
	answerHelp,
	answerHelpInput,
	undoAnswerHelp,
	undoAnswerHelpInput
} from '#lib/server/modules/conversations/index.ts';
import { answerChallenge, answerChallengeInput } from '#lib/server/modules/learner-model/index.ts';
import { answerOwnIdeaInput } from '#lib/server/modules/pathways/index.ts';
import { answerPlannedIdea } from '#lib/server/modules/plans/index.ts';
import {
	answerAudience,
	answerAudienceInput,
	giveFeedback,
	giveFeedbackInput
} from '#lib/server/modules/portfolio/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { planAnswers } from './plan-answers.ts';
import { loadQueue } from './queue.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const helped = url.searchParams.get('helped');
	const queue = await locals.read((scope) => loadQueue(scope, locals.locale));
	return { ...queue, helped: isUuid(helped) ? helped : null, isSent: url.searchParams.has('sent') };
};

const sent = () => redirect(303, '/staff?sent');

export const actions: Actions = {
	...planAnswers(() => redirect(303, '/staff')),
	help: async (event) => {
		const answer = await answerForm(event, answerHelpInput, answerHelp);
		return answer.refusal ?? redirect(303, `/staff?helped=${answer.value.signalId}`);
	},
	unhelp: async (event) =>
		(await answerForm(event, undoAnswerHelpInput, undoAnswerHelp)).refusal ??
		redirect(303, '/staff'),
	feedback: async (event) =>
		(await answerForm(event, giveFeedbackInput, giveFeedback)).refusal ?? sent(),
	audience: async (event) =>
		(await answerForm(event, answerAudienceInput, answerAudience)).refusal ?? sent(),
	idea: async (event) =>
		(await answerForm(event, answerOwnIdeaInput, answerPlannedIdea)).refusal ?? sent(),
	challenge: async (event) =>
		(await answerForm(event, answerChallengeInput, answerChallenge)).refusal ?? sent()
};
