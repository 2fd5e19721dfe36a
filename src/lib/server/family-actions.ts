import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import {
	addCommitment,
	addCommitmentInput,
	agreeProposal,
	agreeProposalInput,
	answerStep,
	answerStepInput,
	askAboutProposal,
	commitmentInput,
	counterPropose,
	counterProposeInput,
	declineProposal,
	declineProposalInput,
	keepCommitment,
	reopenCommitment,
	replyToQuestion,
	sayAboutProposalInput
} from './modules/plans/index.ts';
import { answerForm } from './platform/http/form.ts';

/** What a family does about a child's plan, in place: answers, promises. `pageOf` names where each leads back to. */
export const familyActions = (pageOf: (event: RequestEvent) => string) => {
	const back = (event: RequestEvent) => redirect(303, pageOf(event));
	return {
		agree: async (event) =>
			(await answerForm(event, agreeProposalInput, agreeProposal)).refusal ?? back(event),
		counter: async (event) =>
			(await answerForm(event, counterProposeInput, counterPropose)).refusal ?? back(event),
		ask: async (event) =>
			(await answerForm(event, sayAboutProposalInput, askAboutProposal)).refusal ?? back(event),
		reply: async (event) =>
			(await answerForm(event, sayAboutProposalInput, replyToQuestion)).refusal ?? back(event),
		decline: async (event) =>
			(await answerForm(event, declineProposalInput, declineProposal)).refusal ?? back(event),
		step: async (event) =>
			(await answerForm(event, answerStepInput, answerStep)).refusal ?? back(event),
		promise: async (event) =>
			(await answerForm(event, addCommitmentInput, addCommitment)).refusal ?? back(event),
		keep: async (event) =>
			(await answerForm(event, commitmentInput, keepCommitment)).refusal ?? back(event),
		reopen: async (event) =>
			(await answerForm(event, commitmentInput, reopenCommitment)).refusal ?? back(event)
	} satisfies Record<string, Action>;
};
