import type { RequestEvent } from '@sveltejs/kit';
import {
	answerStep,
	answerStepInput,
	askToTalk,
	askToTalkInput,
	proposeGoal,
	proposeGoalInput,
	takeBackAnswer,
	takeBackAnswerInput
} from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { proposalAnswers, type Back } from '#lib/server/proposal-answers.ts';

/** What an adult starts on the page of one plan, which stays open. */
export const planStarts = (stay: Back) => ({
	offer: async (event: RequestEvent) =>
		(await answerForm(event, proposeGoalInput, proposeGoal)).refusal ?? stay(event),
	talk: async (event: RequestEvent) =>
		(await answerForm(event, askToTalkInput, askToTalk)).refusal ?? stay(event)
});

/** The answers to what waits in plans, the same on every page that shows it; `back` says what comes up next. */
export const planAnswers = (back: Back) => ({
	...proposalAnswers(back),
	step: async (event: RequestEvent) =>
		(await answerForm(event, answerStepInput, answerStep)).refusal ?? back(event),
	takeBack: async (event: RequestEvent) =>
		(await answerForm(event, takeBackAnswerInput, takeBackAnswer)).refusal ?? back(event)
});
