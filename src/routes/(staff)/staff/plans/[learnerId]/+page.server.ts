import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { recordAccess } from '#lib/server/modules/people/index.ts';
import { isUuid, newUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import { ok } from '#lib/server/platform/result.ts';
import type { Actions, PageServerLoad } from './$types';
import { planAnswers } from '../../plan-answers.ts';
import { afterAnswer, loadPlanPage } from './plan-page.ts';

/** An id that names nobody, so that a malformed address costs the same statements as a stranger's. */
const toLearner = (text: string | undefined, now: Date): PersonId =>
	isUuid(text) ? toId<PersonId>(text) : newUuid<PersonId>(now);

export const load: PageServerLoad = async ({ locals, params }) => {
	const { personId } = locals.actor();
	const learnerId = toLearner(params.learnerId, locals.app.clock.now());
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const view = await locals.read((scope) => loadPlanPage(scope, learnerId, timeZone));
	if (!view) error(404);
	await locals.change(async (scope) => {
		await recordAccess(scope, personId, learnerId, 'plan', timeZone);
		return ok(null);
	});
	return view;
};

/** The next one comes up by itself. */
async function goOn({ locals, params }: RequestEvent): Promise<never> {
	const learnerId = toLearner(params['learnerId'], locals.app.clock.now());
	const next = await locals.read((scope) => afterAnswer(scope, learnerId));
	redirect(303, next ? `/staff/plans/${next}` : '/staff/plans');
}

export const actions: Actions = planAnswers(goOn);
