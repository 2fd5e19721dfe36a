import { error, redirect } from '@sveltejs/kit';
import {
	recordSelfAssessment,
	recordSelfAssessmentInput,
	withdrawEvidence,
	withdrawEvidenceInput,
	type EvidenceId
} from '#lib/server/modules/evidence/index.ts';
import {
	challengeBelief,
	challengeBeliefInput,
	getOutcomePage
} from '#lib/server/modules/learner-model/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type OutcomeId } from '#lib/server/platform/ids.ts';
import { ownMap } from '../../own-map.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { learnerId, band, locale } = ownMap(locals);
	if (!isUuid(params.outcomeId)) error(404);
	const outcomeId = toId<OutcomeId>(params.outcomeId);
	const asked = url.searchParams.get('before');
	const before = isUuid(asked) ? { before: toId<EvidenceId>(asked) } : {};
	const page = await locals.read((scope) =>
		getOutcomePage(scope, learnerId, outcomeId, { band, locale, ...before })
	);
	if (!page) error(404);
	const newKey = () => newUuid(locals.app.clock.now());
	const keys = {
		learnerId,
		own: newKey(),
		challenge: newKey(),
		check: newKey(),
		withdrawal: newKey()
	};
	return { page, band, keys, done: url.searchParams.get('done') };
};

export const actions: Actions = {
	say: async (event) => {
		const said = await answerForm(event, recordSelfAssessmentInput, recordSelfAssessment);
		if (said.refusal) return said.refusal;
		redirect(303, `${event.url.pathname}?done=said`);
	},
	challenge: async (event) => {
		const heard = await answerForm(event, challengeBeliefInput, challengeBelief);
		if (heard.refusal) return heard.refusal;
		const { checkId } = heard.value;
		redirect(303, checkId ? `/check/${checkId}` : `${event.url.pathname}?done=sent`);
	},
	withdraw: async (event) => {
		const taken = await answerForm(event, withdrawEvidenceInput, withdrawEvidence);
		if (taken.refusal) return taken.refusal;
		redirect(303, `${event.url.pathname}?done=withdrawn#seen`);
	}
};
