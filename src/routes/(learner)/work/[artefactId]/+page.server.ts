import { error, redirect } from '@sveltejs/kit';
import { rungsOf } from '#lib/server/modules/agency/index.ts';
import { listOutcomes } from '#lib/server/modules/curriculum/index.ts';
import { audiences, listAdultsOf } from '#lib/server/modules/people/index.ts';
import {
	addReflection,
	addReflectionInput,
	answerFeedback,
	answerFeedbackInput,
	askFeedback,
	askFeedbackInput,
	changeAudience,
	changeAudienceInput,
	compareWords,
	getWork,
	offeredAudiences,
	opensToKind,
	removeWork,
	reviseWork,
	reviseWorkInput,
	withdrawRequest,
	withdrawRequestInput,
	workInput,
	type ArtefactId,
	type Revised,
	type WorkView
} from '#lib/server/modules/portfolio/index.ts';
import { answerForm, answerOpenForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import type { Result } from '#lib/server/platform/result.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepFiles, uploadLimits, withFiles } from '../keep-files.ts';

/** Two versions of the words against each other: those that were asked for, else the last two. */
function compared(work: WorkView, asked: URLSearchParams) {
	const find = (name: string, fallback: number) => {
		const wanted = Number(asked.get(name) ?? fallback);
		return work.revisions.find(({ revision }) => revision === wanted);
	};
	const from = find('from', work.revision - 1);
	const to = find('to', work.revision);
	return from && to && from !== to
		? { from, to, runs: compareWords(from.words ?? '', to.words ?? '') }
		: null;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { personId, band } = locals.actor();
	const now = locals.app.clock.now();
	const artefactId = isUuid(params.artefactId)
		? toId<ArtefactId>(params.artefactId)
		: newUuid<ArtefactId>(now);
	const wording = { band: band ?? '12-18', locale: locals.locale } as const;
	const found = await locals.read(async (scope) => {
		const work = await getWork(scope, personId, artefactId);
		return (
			work && {
				work,
				adults: await listAdultsOf(scope, personId),
				outcomes: await listOutcomes(scope, { outcomeIds: work.outcomeIds }, wording),
				rung: (await rungsOf(scope, personId, wording.band)).audience
			}
		);
	});
	if (!found) error(404);
	const { work, adults, outcomes, rung } = found;
	const offered = offeredAudiences(rung);
	return {
		work,
		compared: compared(work, url.searchParams),
		outcomes: outcomes.map(({ outcomeId, words }) => ({ outcomeId, words })),
		askable: adults
			.filter(({ kind, limits }) => limits.length === 0 && opensToKind(work.audience, kind))
			.map(({ personId: id, called, words }) => ({ personId: id, called, words })),
		audiences: audiences.map((audience) => ({ audience, waits: !offered.includes(audience) })),
		limits: uploadLimits,
		isKept: url.searchParams.has('kept'),
		becauseOf: url.searchParams.get('because'),
		newIds: [newUuid(now), newUuid(now), newUuid(now)] as const
	};
};

type At = { readonly params: { readonly artefactId: string } };
const back = ({ params }: At) => redirect(303, `/work/${params.artefactId}`);

export const actions: Actions = {
	revise: async (event) => {
		const { refusal } = await answerOpenForm(
			event,
			withFiles(reviseWorkInput),
			async (input): Promise<Result<Revised>> => {
				const files = await keepFiles(event, input['files[]']);
				if (!files.ok) return files;
				return event.locals.change((scope) => reviseWork(scope, { ...input, files: files.value }));
			}
		);
		return refusal ?? redirect(303, `/work/${event.params.artefactId}?kept=1`);
	},
	reflect: async (event) =>
		(await answerForm(event, addReflectionInput, addReflection)).refusal ?? back(event),
	ask: async (event) =>
		(await answerForm(event, askFeedbackInput, askFeedback)).refusal ?? back(event),
	takeBack: async (event) =>
		(await answerForm(event, withdrawRequestInput, withdrawRequest)).refusal ?? back(event),
	respond: async (event) =>
		(await answerForm(event, answerFeedbackInput, answerFeedback)).refusal ?? back(event),
	share: async (event) =>
		(await answerForm(event, changeAudienceInput, changeAudience)).refusal ?? back(event),
	remove: async (event) => {
		const done = await answerForm(event, workInput, removeWork);
		return done.refusal ?? redirect(303, `/work?removed=${done.value.artefactId}`);
	}
};
