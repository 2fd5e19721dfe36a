import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { look } from '#lib/server/look.ts';
import { recordAccess } from '#lib/server/modules/people/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import type { PersonId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { planAnswers, planStarts } from '../../plan-answers.ts';
import { afterAnswer, loadPlanPage } from './plan-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { personId } = locals.actor();
	const learnerId = idInAddress<PersonId>(params.learnerId, locals.app.clock.now());
	const view = await look(locals, async (scope) => {
		const found = await loadPlanPage(scope, learnerId, locals.locale);
		if (found) await recordAccess(scope, personId, learnerId, 'plan');
		return found;
	});
	return view ?? error(404);
};

/** The next one comes up by itself. */
async function goOn({ locals, params }: RequestEvent): Promise<never> {
	const learnerId = idInAddress<PersonId>(params['learnerId'], locals.app.clock.now());
	const next = await locals.read((scope) => afterAnswer(scope, learnerId));
	redirect(303, next ? `/staff/plans/${next}` : '/staff/plans');
}

const stay = ({ params }: RequestEvent): never =>
	redirect(303, `/staff/plans/${params['learnerId'] ?? ''}`);

export const actions: Actions = { ...planAnswers(goOn), ...planStarts(stay) };
