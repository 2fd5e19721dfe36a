import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import {
	answerStep,
	answerStepInput,
	commitmentInput,
	reopenCommitment
} from './modules/plans/index.ts';
import { answerForm } from './platform/http/form.ts';
import { promiseActions, proposalAnswers } from './proposal-answers.ts';

/** What a family does about a child's plan, in place: answers, promises. `pageOf` names where each leads back to. */
export const familyActions = (pageOf: (event: RequestEvent) => string) => {
	const back = (event: RequestEvent) => redirect(303, pageOf(event));
	return {
		...proposalAnswers(back),
		...promiseActions(back),
		step: async (event) =>
			(await answerForm(event, answerStepInput, answerStep)).refusal ?? back(event),
		reopen: async (event) =>
			(await answerForm(event, commitmentInput, reopenCommitment)).refusal ?? back(event)
	} satisfies Record<string, Action>;
};
