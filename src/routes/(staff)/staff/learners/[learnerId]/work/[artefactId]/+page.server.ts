import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { openWorkOf } from '#lib/server/adult-work.ts';
import { teachLearner } from '#lib/server/modules/people/index.ts';
import {
	answerAudience,
	answerAudienceInput,
	compareWords,
	giveFeedback,
	giveFeedbackInput,
	judgeWork,
	judgeWorkInput
} from '#lib/server/modules/portfolio/index.ts';
import { mayFor } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** One work of a learner: what they ask, what was said, and a place to say what works and what it shows. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor();
	const { personId } = actor;
	const { locale, signedIn } = locals;
	const wording = { band: '12-18', locale } as const;
	const opened = await openWorkOf({ params, locals, wording, isOpen: () => true });
	if (!opened) error(404);
	const { learnerId, work, thread } = opened;
	const now = locals.app.clock.now();
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	const [before, present] = [work.revisions.at(-2), work.revisions.at(-1)];
	return {
		work,
		runs: before && present ? compareWords(before.words ?? '', present.words ?? '') : null,
		asked: work.requests.find((one) => one.askedId === personId && !one.isAnswered) ?? null,
		judges: mayFor(actor, teachLearner, learnerId),
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) }),
		feedbackId: newUuid(now),
		judgementId: newUuid(now)
	};
};

const pageOf = ({ params }: RequestEvent) =>
	`/staff/learners/${params['learnerId'] ?? ''}/work/${params['artefactId'] ?? ''}`;

export const actions: Actions = {
	...talkActions(pageOf),
	feedback: async (event) =>
		(await answerForm(event, giveFeedbackInput, giveFeedback)).refusal ??
		redirect(303, pageOf(event)),
	judge: async (event) =>
		(await answerForm(event, judgeWorkInput, judgeWork)).refusal ?? redirect(303, pageOf(event)),
	audience: async (event) =>
		(await answerForm(event, answerAudienceInput, answerAudience)).refusal ??
		redirect(303, pageOf(event))
};
