import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { recordAccess, teachLearner } from '#lib/server/modules/people/index.ts';
import {
	answerAudience,
	answerAudienceInput,
	compareWords,
	getWork,
	giveFeedback,
	giveFeedbackInput,
	judgeWork,
	judgeWorkInput,
	type ArtefactId
} from '#lib/server/modules/portfolio/index.ts';
import { look } from '#lib/server/look.ts';
import { mayFor } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** One work of a learner: what they ask, what was said, and a place to say what works and what it shows. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor();
	const { personId } = actor;
	const now = locals.app.clock.now();
	// A malformed address costs the same statements as a work that is not there.
	const learnerId = isUuid(params.learnerId)
		? toId<PersonId>(params.learnerId)
		: newUuid<PersonId>(now);
	const artefactId = isUuid(params.artefactId)
		? toId<ArtefactId>(params.artefactId)
		: newUuid<ArtefactId>(now);
	const { locale, signedIn } = locals;
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	const { work, thread } = await look(locals, async (scope) => {
		const work = await getWork(scope, learnerId, artefactId, { band: '12-18', locale });
		const subject = { kind: 'artefact', id: toId<SubjectId>(artefactId) } as const;
		const thread = await getThread(scope, subject, { marksSeen: true, limit: 10 });
		if (work) await recordAccess(scope, personId, learnerId, 'work', telling.timeZone);
		return { work, thread };
	});
	if (!work || !thread) error(404);
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
