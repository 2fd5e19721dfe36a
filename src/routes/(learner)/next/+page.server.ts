import { redirect } from '@sveltejs/kit';
import { listOutcomes } from '#lib/server/modules/curriculum/index.ts';
import {
	declineAlternative,
	declineAlternativeInput,
	declineReasons,
	latestAlternatives,
	listIdeas,
	proposeOwnIdeaInput,
	reconsiderAlternative,
	reconsiderAlternativeInput
} from '#lib/server/modules/pathways/index.ts';
import {
	askForAlternatives,
	askForAlternativesInput,
	planOwnIdea,
	takeUpAlternative,
	takeUpAlternativeInput
} from '#lib/server/modules/plans/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type OutcomeId } from '#lib/server/platform/ids.ts';
import { drawingOf } from '#lib/ui/drawings/drawing-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { sayReasons } from './say-reasons.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId, band } = locals.actor();
	const now = locals.app.clock.now();
	const { set, ideas, words } = await locals.read(async (scope) => {
		const found = await latestAlternatives(scope, personId);
		const outcomeIds = (found?.alternatives ?? []).flatMap(({ reasons }) =>
			reasons.flatMap(({ evidence }) =>
				evidence.flatMap((one) => (one.kind === 'outcome' ? [toId<OutcomeId>(one.outcomeId)] : []))
			)
		);
		const outcomes = await listOutcomes(
			scope,
			{ outcomeIds },
			{ band: band ?? '12-18', locale: locals.locale }
		);
		return {
			set: found,
			ideas: await listIdeas(scope, personId, 5),
			words: new Map(outcomes.map((one) => [one.outcomeId, one.words]))
		};
	});
	const goal = url.searchParams.get('goal');
	return {
		learnerId: personId,
		goalId: isUuid(goal) ? goal : null,
		newSetId: newUuid(now),
		newIdeaId: newUuid(now),
		reasons: [...declineReasons],
		set: set && {
			setId: set.setId,
			tooFew: set.tooFew,
			alternatives: set.alternatives.map(({ reasons, ...one }) => ({
				...one,
				drawing: drawingOf(one.picture),
				stepId: newUuid(now),
				because: sayReasons(reasons, words)
			}))
		},
		ideas
	};
};

export const actions: Actions = {
	offer: async (event) =>
		(await answerForm(event, askForAlternativesInput, askForAlternatives)).refusal ??
		redirect(303, '/next'),
	pick: async (event) =>
		(await answerForm(event, takeUpAlternativeInput, takeUpAlternative)).refusal ??
		redirect(303, '/plan'),
	decline: async (event) =>
		(await answerForm(event, declineAlternativeInput, declineAlternative)).refusal ??
		redirect(303, '/next'),
	reconsider: async (event) =>
		(await answerForm(event, reconsiderAlternativeInput, reconsiderAlternative)).refusal ??
		redirect(303, '/next'),
	idea: async (event) =>
		(await answerForm(event, proposeOwnIdeaInput, planOwnIdea)).refusal ?? redirect(303, '/next')
};
