import { redirect } from '@sveltejs/kit';
import { listOutcomes } from '#lib/server/modules/curriculum/index.ts';
import { getPlan, goalsInForce } from '#lib/server/modules/plans/index.ts';
import {
	addWork,
	addWorkInput,
	offeredAudiences,
	type AddedWork
} from '#lib/server/modules/portfolio/index.ts';
import { audiences } from '#lib/server/modules/people/index.ts';
import { addDays, schoolDay } from '#lib/server/platform/clock/index.ts';
import { answerOpenForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type OutcomeId } from '#lib/server/platform/ids.ts';
import type { Result } from '#lib/server/platform/result.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepFiles, uploadLimits, withFiles } from '../keep-files.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId, band } = locals.actor();
	const outcome = url.searchParams.get('outcome');
	const goal = url.searchParams.get('goal');
	const now = locals.app.clock.now();
	const { plan, outcomes } = await locals.read(async (scope) => ({
		plan: await getPlan(scope, personId, band ?? '12-18'),
		outcomes: isUuid(outcome)
			? await listOutcomes(
					scope,
					{ outcomeIds: [toId<OutcomeId>(outcome)] },
					{ band: band ?? '12-18', locale: locals.locale }
				)
			: []
	}));
	const offered = offeredAudiences(plan.ladder.audience.rung);
	const today = schoolDay(now, locals.signedIn?.timeZone ?? 'UTC');
	return {
		newId: newUuid(now),
		limits: uploadLimits,
		outcomes: outcomes.map(({ outcomeId, words }) => ({ outcomeId, words })),
		goals: goalsInForce(plan.goals).map(({ goalId, fields }) => ({ goalId, words: fields.words })),
		goalId: goal,
		today,
		oldest: addDays(today, -3 * 365),
		audiences: audiences.map((audience) => ({ audience, waits: !offered.includes(audience) }))
	};
};

export const actions: Actions = {
	add: async (event) => {
		const added = await answerOpenForm(
			event,
			withFiles(addWorkInput),
			async (input): Promise<Result<AddedWork>> => {
				const files = await keepFiles(event, input['files[]']);
				if (!files.ok) return files;
				return event.locals.change((scope) => addWork(scope, { ...input, files: files.value }));
			}
		);
		return added.refusal ?? redirect(303, `/work/${added.value.artefactId}?kept=1`);
	}
};
