import type { RequestEvent } from '@sveltejs/kit';
import {
	addCommitment,
	addCommitmentInput,
	agreeProposal,
	agreeProposalInput,
	askAboutProposal,
	commitmentInput,
	counterPropose,
	counterProposeInput,
	declineProposal,
	declineProposalInput,
	keepCommitment,
	replyToQuestion,
	sayAboutProposalInput
} from './modules/plans/index.ts';
import { answerForm } from './platform/http/form.ts';

/** Where an answered form leads; it redirects, so it never returns. */
export type Back = (event: RequestEvent) => never | Promise<never>;

/** The answers to a proposal, the same for either side and on every page that shows one. */
export const proposalAnswers = (back: Back) => ({
	agree: async (event: RequestEvent) =>
		(await answerForm(event, agreeProposalInput, agreeProposal)).refusal ?? back(event),
	decline: async (event: RequestEvent) =>
		(await answerForm(event, declineProposalInput, declineProposal)).refusal ?? back(event),
	counter: async (event: RequestEvent) =>
		(await answerForm(event, counterProposeInput, counterPropose)).refusal ?? back(event),
	ask: async (event: RequestEvent) =>
		(await answerForm(event, sayAboutProposalInput, askAboutProposal)).refusal ?? back(event),
	reply: async (event: RequestEvent) =>
		(await answerForm(event, sayAboutProposalInput, replyToQuestion)).refusal ?? back(event)
});

/** Promising something for a goal, and keeping it. */
export const promiseActions = (back: Back) => ({
	promise: async (event: RequestEvent) =>
		(await answerForm(event, addCommitmentInput, addCommitment)).refusal ?? back(event),
	keep: async (event: RequestEvent) =>
		(await answerForm(event, commitmentInput, keepCommitment)).refusal ?? back(event)
});
