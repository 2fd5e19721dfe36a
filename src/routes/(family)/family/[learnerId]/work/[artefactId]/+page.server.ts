import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { openWorkOf } from '#lib/server/adult-work.ts';
import { giveFeedback, giveFeedbackInput } from '#lib/server/modules/portfolio/index.ts';
import { mayFor, related } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import { sayWhen } from '#lib/ui/patterns/talk/when.ts';
import type { Actions, PageServerLoad } from './$types';

/** One work of a child as far as its audience reaches, what was said about it, and a place to say something. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor();
	const { personId } = actor;
	const opened = await openWorkOf({
		params,
		locals,
		isOpen: (learnerId) => mayFor(actor, [related('family-of')], learnerId)
	});
	const latest = opened?.work.revisions.at(-1);
	if (!opened || !latest) error(404);
	const { learnerId, artefactId, work, thread } = opened;
	const now = locals.app.clock.now();
	const { locale, signedIn } = locals;
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	const asked = work.requests.find((one) => one.askedId === personId && !one.isAnswered);
	return {
		learnerId,
		called: work.learnerName,
		work: {
			artefactId,
			title: work.title,
			words: latest.words,
			link: latest.link,
			alt: latest.alt,
			change: latest.changeWords,
			files: latest.files,
			versions: work.revisions.length
		},
		reflections: work.reflections.map(({ reflectionId, words }) => ({ reflectionId, words })),
		feedback: work.feedback.map((one) => ({
			...one,
			when: sayWhen(new Date(one.madeAt), telling)
		})),
		asked: asked ? { requestId: asked.requestId, wantsToKnow: asked.wantsToKnow } : null,
		feedbackId: newUuid(now),
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) })
	};
};

const pageOf = ({ params }: RequestEvent) =>
	`/family/${params['learnerId'] ?? ''}/work/${params['artefactId'] ?? ''}`;

export const actions: Actions = {
	...talkActions(pageOf),
	feedback: async (event) =>
		(await answerForm(event, giveFeedbackInput, giveFeedback)).refusal ??
		redirect(303, `${pageOf(event)}#feedback`)
};
