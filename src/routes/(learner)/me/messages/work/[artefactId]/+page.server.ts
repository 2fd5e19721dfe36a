import { error, type RequestEvent } from '@sveltejs/kit';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { look } from '#lib/server/look.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** The talk about one work of the learner, which this marks as seen. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { personId } = locals.actor();
	const now = locals.app.clock.now();
	// A malformed address costs the same statements as a work that is not there.
	const id = idInAddress<SubjectId>(params.artefactId, now);
	const subject = { kind: 'artefact', id } as const;
	const thread = await look(locals, (scope) =>
		getThread(scope, subject, { marksSeen: true, limit: 20 })
	);
	// Adults have their own pages for this.
	if (!thread || thread.learnerId !== personId) error(404);
	const { locale, signedIn } = locals;
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	return {
		artefactId: id,
		title: thread.title ?? '',
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) })
	};
};

const pageOf = ({ params }: RequestEvent) => `/me/messages/work/${params['artefactId'] ?? ''}`;

export const actions: Actions = talkActions(pageOf);
