import { error, redirect } from '@sveltejs/kit';
import type { EvidenceId } from '#lib/server/modules/evidence/index.ts';
import {
	answerCheck,
	answerCheckInput,
	getCheck,
	stopCheck,
	stopCheckInput,
	type CheckId
} from '#lib/server/modules/learner-model/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { personId, band: own } = locals.actor();
	if (!isUuid(params.checkId)) error(404);
	const checkId = toId<CheckId>(params.checkId);
	const asked = url.searchParams.get('answer');
	const answer = asked !== null && /^\d{1,4}$/.test(asked) ? { answer: Number(asked) } : {};
	const band = own ?? '12-18';
	const check = await locals.read((scope) =>
		getCheck(scope, personId, checkId, { band, locale: locals.locale, ...answer })
	);
	if (!check) error(404);
	return { check, band, answerId: newUuid<EvidenceId>(locals.app.clock.now()) };
};

export const actions: Actions = {
	answer: async (event) => {
		const answered = await answerForm(event, answerCheckInput, answerCheck);
		if (answered.refusal) return answered.refusal;
		redirect(303, `/check/${event.params.checkId}?answer=${answered.value.at}`);
	},
	stop: async (event) => {
		const stopped = await answerForm(event, stopCheckInput, stopCheck);
		if (stopped.refusal) return stopped.refusal;
		redirect(303, `/check/${stopped.value.checkId}`);
	}
};
