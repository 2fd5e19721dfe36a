import { redirect } from '@sveltejs/kit';
import {
	answerHelp,
	answerHelpInput,
	undoAnswerHelp,
	undoAnswerHelpInput
} from '#lib/server/modules/conversations/index.ts';
import {
	answerChallenge,
	answerChallengeInput,
	type AnswerChallengeInput,
	reopenChallenge,
	reopenChallengeInput
} from '#lib/server/modules/learner-model/index.ts';
import {
	answerObjection,
	answerObjectionInput,
	answerWishes,
	answerWishesInput
} from '#lib/server/modules/organiser/index.ts';
import { answerOwnIdeaInput, takeBackIdeaAnswerInput } from '#lib/server/modules/pathways/index.ts';
import {
	answerPlannedIdea,
	answerStep,
	answerStepInput,
	stepInput,
	takeBackPlannedIdea,
	takeBackStepAnswer
} from '#lib/server/modules/plans/index.ts';
import {
	answerAudience,
	answerAudienceInput,
	giveFeedback,
	giveFeedbackInput
} from '#lib/server/modules/portfolio/index.ts';
import type { Scope } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid } from '#lib/server/platform/ids.ts';
import { ok } from '#lib/server/platform/result.ts';
import type { Actions, PageServerLoad } from './$types';
import { planAnswers } from './plan-answers.ts';
import { loadQueue } from './queue.ts';

/** What was just answered and can be taken back, as the address says it: the action and what it is sent. */
function undoIn(query: URLSearchParams) {
	const [action, id, learnerId] = (query.get('undo') ?? '').split(' ');
	if (!isUuid(id)) return null;
	switch (action) {
		case 'unhelp':
			return { action, fields: { signalId: id } };
		case 'unidea':
			return { action, fields: { ideaId: id } };
		case 'unstep':
			return { action, fields: { stepId: id } };
		case 'unchallenge':
			return isUuid(learnerId) ? { action, fields: { challengeId: id, learnerId } } : null;
		default:
			return null;
	}
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const queue = await locals.read((scope) => loadQueue(scope, locals.locale));
	return {
		...queue,
		undo: undoIn(url.searchParams),
		isSent: url.searchParams.has('sent')
	};
};

const today = () => redirect(303, '/staff');
const sent = () => redirect(303, '/staff?sent');
/** Back to the queue, with a way back from the answer. */
const withUndo = (...undo: readonly string[]) =>
	redirect(303, `/staff?${new URLSearchParams({ undo: undo.join(' ') })}`);

export const actions: Actions = {
	...planAnswers(today),
	step: async (event) => {
		const answer = await answerForm(event, answerStepInput, answerStep);
		return answer.refusal ?? withUndo('unstep', answer.value.stepId);
	},
	unstep: async (event) =>
		(await answerForm(event, stepInput, takeBackStepAnswer)).refusal ?? today(),
	help: async (event) => {
		const answer = await answerForm(event, answerHelpInput, answerHelp);
		return answer.refusal ?? withUndo('unhelp', answer.value.signalId);
	},
	unhelp: async (event) =>
		(await answerForm(event, undoAnswerHelpInput, undoAnswerHelp)).refusal ?? today(),
	feedback: async (event) =>
		(await answerForm(event, giveFeedbackInput, giveFeedback)).refusal ?? sent(),
	audience: async (event) =>
		(await answerForm(event, answerAudienceInput, answerAudience)).refusal ?? sent(),
	idea: async (event) => {
		const answer = await answerForm(event, answerOwnIdeaInput, answerPlannedIdea);
		return answer.refusal ?? withUndo('unidea', answer.value.ideaId);
	},
	unidea: async (event) =>
		(await answerForm(event, takeBackIdeaAnswerInput, takeBackPlannedIdea)).refusal ?? today(),
	challenge: async (event) => {
		const answer = await answerForm(event, answerChallengeInput, answerTold);
		return (
			answer.refusal ?? withUndo('unchallenge', answer.value.challengeId, answer.value.learnerId)
		);
	},
	unchallenge: async (event) =>
		(await answerForm(event, reopenChallengeInput, reopenChallenge)).refusal ?? today(),
	objection: async (event) =>
		(await answerForm(event, answerObjectionInput, answerObjection)).refusal ?? sent(),
	wishes: async (event) =>
		(await answerForm(event, answerWishesInput, answerWishes)).refusal ?? sent()
};

/** The answer to a challenge, with what its undo needs. */
async function answerTold(scope: Scope, input: AnswerChallengeInput) {
	const result = await answerChallenge(scope, input);
	const { challengeId, learnerId } = input;
	return result.ok ? ok({ challengeId, learnerId }) : result;
}
