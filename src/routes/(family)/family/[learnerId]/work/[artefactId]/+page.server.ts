import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { recordAccess } from '#lib/server/modules/people/index.ts';
import {
	getWork,
	giveFeedback,
	giveFeedbackInput,
	type ArtefactId
} from '#lib/server/modules/portfolio/index.ts';
import { look } from '#lib/server/look.ts';
import { mayFor, related } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import { sayWhen } from '#lib/ui/patterns/talk/when.ts';
import type { Actions, PageServerLoad } from './$types';

/** One work of a child as far as its audience reaches, what was said about it, and a place to say something. */
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
	const isFamily = mayFor(actor, [related('family-of')], learnerId);
	const { work, thread } = await look(locals, async (scope) => {
		const work = await getWork(scope, learnerId, artefactId);
		const subject = { kind: 'artefact', id: toId<SubjectId>(artefactId) } as const;
		const thread = await getThread(scope, subject, { marksSeen: isFamily, limit: 10 });
		if (work && isFamily) await recordAccess(scope, personId, learnerId, 'work', telling.timeZone);
		return { work, thread };
	});
	const latest = work?.revisions.at(-1);
	if (!isFamily || !work || !thread || !latest) error(404);
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
