import { error } from '@sveltejs/kit';
import { look } from '#lib/server/look.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { sayWhen } from '#lib/ui/patterns/talk/when.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadLearnerPage } from './learner-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { personId } = locals.actor();
	const now = locals.app.clock.now();
	const learnerId = idInAddress<PersonId>(params.learnerId, now);
	const view = await look(locals, (scope) => loadLearnerPage(scope, learnerId, locals.locale));
	if (!view) error(404);
	const { thread, ...rest } = view;
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const telling = { now, locale: locals.locale, timeZone };
	return {
		...rest,
		evidence: rest.evidence.map((event) => ({ ...event, when: sayWhen(event.at, telling) })),
		talk: thread && talkView(thread, { ...telling, personId, newId: newUuid(now) })
	};
};

export const actions: Actions = talkActions(
	({ params }) => `/staff/learners/${params['learnerId'] ?? ''}`
);
