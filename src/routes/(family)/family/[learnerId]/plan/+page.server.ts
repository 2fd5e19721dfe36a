import { error, type RequestEvent } from '@sveltejs/kit';
import { findLearner, recordAccess } from '#lib/server/modules/people/index.ts';
import { findFamilyPlan, isInForce, waitingOf } from '#lib/server/modules/plans/index.ts';
import { look } from '#lib/server/look.ts';
import { familyActions } from '#lib/server/family-actions.ts';
import { learnersFor, related } from '#lib/server/platform/access/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { familyGoal } from '#lib/ui/patterns/family/family-goal.ts';
import type { Actions, PageServerLoad } from './$types';

/** The whole plan of one child, in the child's words. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = locals.actor();
	const { personId } = actor;
	const now = locals.app.clock.now();
	const visible = learnersFor(actor, [related('family-of')]);
	// A malformed address costs the same statements as a child of somebody else.
	const learnerId = idInAddress<PersonId>(params.learnerId, now);
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const { child, plan } = await look(locals, async (scope) => {
		const child = await findLearner(scope, visible, learnerId, timeZone);
		const plan = await findFamilyPlan(scope, learnerId);
		if (child) await recordAccess(scope, personId, learnerId, 'plan', timeZone);
		return { child, plan };
	});
	if (!child) error(404);
	const newId = () => newUuid(now);
	return {
		child: { learnerId: child.personId, called: child.called },
		goals: plan.goals.map((goal) => ({
			...familyGoal(goal, { personId, newId, waiting: waitingOf(goal) }),
			isInForce: isInForce(goal.state),
			agreedBy: goal.agreements.map(({ name }) => name),
			steps: plan.steps
				.filter((step) => step.goalId === goal.goalId)
				.map(({ stepId, words, doneAt }) => ({ stepId, words, isDone: doneAt !== null }))
		})),
		stepsWaiting: plan.steps
			.filter(({ waitsFor }) => waitsFor === 'adult')
			.map(({ stepId, words }) => ({ stepId, words }))
	};
};

const pageOf = ({ params }: RequestEvent) => `/family/${params['learnerId'] ?? ''}/plan`;

export const actions: Actions = familyActions(pageOf);
