import { error, redirect } from '@sveltejs/kit';
import { rungsOf } from '#lib/server/modules/agency/index.ts';
import type { SubjectId } from '#lib/server/modules/conversations/index.ts';
import { audiences, listAdultsOf, type AdultView } from '#lib/server/modules/people/index.ts';
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
import { look } from '#lib/server/look.ts';
import { answerForm, answerOpenForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid, toId } from '#lib/server/platform/ids.ts';
import type { Result } from '#lib/server/platform/result.ts';
import { getThread } from '#lib/server/talk.ts';
import { talkActions } from '#lib/server/talk-actions.ts';
import { talkView } from '#lib/ui/patterns/talk/talk-view.ts';
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
	const artefactId = idInAddress<ArtefactId>(params.artefactId, now);
	const { locale, signedIn } = locals;
	const wording = { band: band ?? '12-18', locale } as const;
	// Six statements a page: who sees it is asked for on its own, then nobody is asked for feedback.
	const isSharing = url.searchParams.has('share') || url.searchParams.has('/share');
	const { work, thread, adults, rung } = await look(locals, async (scope) => ({
		work: await getWork(scope, personId, artefactId, wording),
		thread: await getThread(
			scope,
			{ kind: 'artefact', id: toId<SubjectId>(artefactId) },
			{ marksSeen: true, limit: 10 }
		),
		adults: isSharing ? [] : await listAdultsOf(scope, personId),
		rung: isSharing ? (await rungsOf(scope, personId, wording.band)).audience : null
	}));
	if (!work || !thread) error(404);
	const telling = { now, locale, timeZone: signedIn?.timeZone ?? 'UTC' };
	const offered = rung === null ? null : offeredAudiences(rung);
	return {
		work,
		talk: talkView(thread, { ...telling, personId, newId: newUuid(now) }),
		compared: compared(work, url.searchParams),
		askable: isSharing ? null : askable(work, adults),
		audiences:
			offered && audiences.map((audience) => ({ audience, waits: !offered.includes(audience) })),
		limits: uploadLimits,
		isKept: url.searchParams.has('kept'),
		becauseOf: url.searchParams.get('because'),
		newIds: [newUuid(now), newUuid(now), newUuid(now)] as const
	};
};

/** The adults who may see this work, each once. */
const askable = (work: WorkView, adults: readonly AdultView[]) => [
	...new Map(
		adults
			.filter(({ kind, limits }) => limits.length === 0 && opensToKind(work.audience, kind))
			.map(({ personId, called, words }) => [personId, { personId, called, words }])
	).values()
];

type At = { readonly params: { readonly artefactId: string } };
const back = ({ params }: At) => redirect(303, `/work/${params.artefactId}`);

export const actions: Actions = {
	...talkActions(({ params }) => `/work/${params['artefactId'] ?? ''}`),
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
