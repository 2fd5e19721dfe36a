import type { RequestEvent } from '@sveltejs/kit';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { recordAccess } from '#lib/server/modules/people/index.ts';
import { findFamilyHome, isInForce, waitingOf } from '#lib/server/modules/plans/index.ts';
import { look } from '#lib/server/look.ts';
import { findFamilyWork } from '#lib/server/modules/portfolio/index.ts';
import { familyActions } from '#lib/server/family-actions.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import { newUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { drawingOf } from '#lib/ui/drawings/drawing-of.ts';
import { familyGoal } from '#lib/ui/patterns/family/family-goal.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** The children of a family member, in the order in which they came to the school. */
const childrenOf = ({ relations }: PersonActor): readonly PersonId[] =>
	[
		...new Set(
			relations
				.filter(({ kind, limits }) => kind === 'family-of' && !limits.includes('no-contact'))
				.map(({ learnerId }) => learnerId)
		)
	].toSorted();

/** One child at a time: what waits, what is new, something to do together, goals, talk. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = locals.actor();
	const { personId } = actor;
	const children = childrenOf(actor);
	const asked = url.searchParams.get('child');
	const childId = children.find((id) => id === asked) ?? children[0];
	if (!childId) return { home: null };
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const { thread, plan, work } = await look(locals, async (scope) => {
		const subject = { kind: 'home', id: toId<SubjectId>(childId) } as const;
		const looking = { marksSeen: true, limit: 5, homesOf: children };
		const [thread, plan, work] = await Promise.all([
			getThread(scope, subject, looking),
			findFamilyHome(scope, childId),
			findFamilyWork(scope, childId)
		]);
		if (!thread?.isLimited) await recordAccess(scope, personId, childId, 'plan', timeZone);
		return { thread, plan, work };
	});
	if (!thread) return { home: null };
	const now = locals.app.clock.now();
	const newId = () => newUuid(now);
	const goals = plan.goals.map((goal) => ({
		...familyGoal(goal, { personId, newId, waiting: waitingOf(goal) }),
		isInForce: isInForce(goal.state)
	}));
	// What this family promised already is no longer a suggestion.
	const promised = goals.flatMap(({ mine }) => mine.map(({ words }) => words));
	const ideas = plan.together.filter(
		({ title }) => !promised.some((words) => words.startsWith(title))
	);
	const other = Number(url.searchParams.get('other') ?? 0);
	const together = ideas[other % ideas.length];
	const home = {
		child: { learnerId: childId, called: thread.learnerName },
		children: thread.homes,
		isLimited: thread.isLimited,
		work,
		goals,
		together: together
			? {
					...together,
					drawing: drawingOf(together.picture),
					promiseId: newId(),
					goalId: together.goalId ?? goals.find((goal) => goal.isInForce)?.goalId ?? null,
					next: ideas.length > 1 ? (other + 1) % ideas.length : null
				}
			: null,
		talk: talkView(thread, { now, locale: locals.locale, timeZone, personId, newId: newId() })
	};
	return { home };
};

/** The same child again. */
function pageOf({ url }: RequestEvent): string {
	const child = url.searchParams.get('child');
	return child ? `/family?child=${encodeURIComponent(child)}` : '/family';
}

export const actions: Actions = { ...familyActions(pageOf), ...talkActions(pageOf) };
