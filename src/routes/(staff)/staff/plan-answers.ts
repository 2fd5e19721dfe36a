import type { RequestEvent } from '@sveltejs/kit';
import {
	agreeProposal,
	agreeProposalInput,
	answerStep,
	answerStepInput,
	askAboutProposal,
	askToTalk,
	askToTalkInput,
	counterPropose,
	counterProposeInput,
	declineProposal,
	declineProposalInput,
	proposeGoal,
	proposeGoalInput,
	replyToQuestion,
	sayAboutProposalInput,
	takeBackAnswer,
	takeBackAnswerInput
} from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';

/** Where an answered form leads; it redirects, so it never returns. */
export type Back = (event: RequestEvent) => never | Promise<never>;

/** What an adult starts on the page of one plan, which stays open. */
export const planStarts = (stay: Back) => ({
	offer: async (event: RequestEvent) =>
		(await answerForm(event, proposeGoalInput, proposeGoal)).refusal ?? stay(event),
	talk: async (event: RequestEvent) =>
		(await answerForm(event, askToTalkInput, askToTalk)).refusal ?? stay(event)
});

/** The answers to what waits in plans, the same on every page that shows it; `back` says what comes up next. */
export const planAnswers = (back: Back) => ({
	agree: async (event: RequestEvent) =>
		(await answerForm(event, agreeProposalInput, agreeProposal)).refusal ?? back(event),
	decline: async (event: RequestEvent) =>
		(await answerForm(event, declineProposalInput, declineProposal)).refusal ?? back(event),
	counter: async (event: RequestEvent) =>
		(await answerForm(event, counterProposeInput, counterPropose)).refusal ?? back(event),
	ask: async (event: RequestEvent) =>
		(await answerForm(event, sayAboutProposalInput, askAboutProposal)).refusal ?? back(event),
	reply: async (event: RequestEvent) =>
		(await answerForm(event, sayAboutProposalInput, replyToQuestion)).refusal ?? back(event),
	step: async (event: RequestEvent) =>
		(await answerForm(event, answerStepInput, answerStep)).refusal ?? back(event),
	takeBack: async (event: RequestEvent) =>
		(await answerForm(event, takeBackAnswerInput, takeBackAnswer)).refusal ?? back(event)
});
