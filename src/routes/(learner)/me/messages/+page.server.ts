import { error } from '@sveltejs/kit';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { look } from '#lib/server/look.ts';
import { hasRole } from '#lib/server/platform/access/index.ts';
import { newUuid, toId } from '#lib/server/platform/ids.ts';
import { getThread, listThreads } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import { sayWhen } from '#lib/ui/patterns/talk/when.ts';
import type { Actions, PageServerLoad } from './$types';

const hrefs = { goal: '/plan/goal/', artefact: '/me/messages/work/' } as const;

/** The learner's home thread, which this marks as seen, and their other threads. */
export const load: PageServerLoad = async ({ locals }) => {
	const actor = locals.actor();
	const { personId } = actor;
	if (!hasRole(actor, 'learner')) error(404);
	const { thread, others } = await look(locals, async (scope) => {
		const home = { kind: 'home', id: toId<SubjectId>(personId) } as const;
		const thread = await getThread(scope, home, { marksSeen: true, limit: 20 });
		return { thread, others: await listThreads(scope, { learnerId: personId }) };
	});
	if (!thread) error(404);
	const now = locals.app.clock.now();
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const telling = { now, locale: locals.locale, timeZone };
	return {
		unseen: thread.unseen,
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) }),
		others: others.flatMap(({ kind, subjectId, title, unseen, lastAuthor, lastAt }) =>
			(kind !== 'goal' && kind !== 'artefact') || title === null
				? []
				: [
						{
							href: `${hrefs[kind]}${subjectId}#talk`,
							title,
							unseen,
							last: lastAuthor,
							when: sayWhen(lastAt, telling)
						}
					]
		)
	};
};

export const actions: Actions = talkActions(() => '/me/messages');
