import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	achieveGoal,
	changeGoal,
	changeGoalInput,
	compareVersions,
	findGoal,
	goalStepInput,
	isInForce,
	setGoalAside,
	takeUpGoal,
	waitingOf,
	withdrawProposal,
	withdrawProposalInput,
	type GoalId
} from '#lib/server/modules/plans/index.ts';
import { look } from '#lib/server/look.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { promiseActions, proposalAnswers } from '#lib/server/proposal-answers.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { personId } = locals.actor();
	const now = locals.app.clock.now();
	const goalId = idInAddress<GoalId>(params.goalId, now);
	const { found, thread } = await look(locals, async (scope) => {
		const found = await findGoal(scope, personId, goalId);
		const subject = { kind: 'goal', id: goalId } as const;
		return { found, thread: await getThread(scope, subject, { marksSeen: true, limit: 10 }) };
	});
	if (!found || !thread) error(404);
	const { goal } = found;
	const { locale, signedIn } = locals;
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	const last = goal.versions.at(-1)?.version ?? 1;
	const from = Number(url.searchParams.get('from') ?? last - 1);
	const to = Number(url.searchParams.get('to') ?? last);
	return {
		goal,
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) }),
		me: personId,
		isInForce: isInForce(goal.state),
		waiting: waitingOf(goal),
		compared: compareVersions(goal.versions, from, to),
		newId: newUuid(now),
		otherId: newUuid(now),
		thirdId: newUuid(now)
	};
};

const pageOf = ({ params }: RequestEvent) => `/plan/goal/${params['goalId'] ?? ''}`;
const back = (event: RequestEvent) => redirect(303, pageOf(event));

export const actions: Actions = {
	...talkActions(pageOf),
	...proposalAnswers(back),
	...promiseActions(back),
	withdraw: async (event) =>
		(await answerForm(event, withdrawProposalInput, withdrawProposal)).refusal ?? back(event),
	change: async (event) =>
		(await answerForm(event, changeGoalInput, changeGoal)).refusal ?? back(event),
	achieve: async (event) =>
		(await answerForm(event, goalStepInput, achieveGoal)).refusal ?? back(event),
	aside: async (event) =>
		(await answerForm(event, goalStepInput, setGoalAside)).refusal ?? back(event),
	again: async (event) =>
		(await answerForm(event, goalStepInput, takeUpGoal)).refusal ?? back(event)
};
