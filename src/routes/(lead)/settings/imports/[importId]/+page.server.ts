import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	describeDiagnostic,
	describeKind,
	describeNoun,
	type DiagnosticSummary
} from '#lib/server/interop/index.ts';
import {
	applyImport,
	cancelImport,
	getImport,
	importInput,
	importRunner,
	isUnderWay,
	type ImportId
} from '#lib/server/interop/runs/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { errorMessage, type Locale } from '#lib/server/platform/i18n/index.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import { saidAt } from '../said-at.ts';
import type { Actions, PageServerLoad } from './$types';

function findRun({
	locals,
	params
}: Pick<RequestEvent, 'locals'> & { params: { importId: string } }) {
	const id = isUuid(params.importId) ? toId<ImportId>(params.importId) : null;
	return id === null ? undefined : locals.read((scope) => getImport(scope, id));
}

/** Groups in the reader's words; each keeps the first few places in full. */
const groupsOf = (problems: DiagnosticSummary | null, locale: Locale) =>
	(problems?.groups ?? []).map(({ severity, total, first }) => {
		const [one] = first;
		return {
			severity,
			total,
			problem: one ? describeDiagnostic(one, locale).problem : '',
			places: first.map((each) => ({
				file: each.file,
				row: each.row,
				field: each.field,
				expected: describeDiagnostic(each, locale).expected
			}))
		};
	});

export const load: PageServerLoad = async (event) => {
	const run = await findRun(event);
	if (!run) error(404);
	const { locale, signedIn } = event.locals;
	const timeZone = signedIn?.timeZone ?? 'UTC';
	const { problems, summary, sameFileAt, startedAt, failure, ...rest } = run;
	return {
		run: {
			...rest,
			kindWords: describeKind(run.kind, locale),
			startedAt: saidAt(startedAt, locale, timeZone),
			sameFileAt: sameFileAt && saidAt(sameFileAt, locale, timeZone),
			failureWords: failure === null ? null : errorMessage(failure),
			isUnderWay: isUnderWay(run.state),
			errors: problems?.errors ?? 0,
			warnings: problems?.warnings ?? 0,
			groups: groupsOf(problems, locale),
			counts: Object.entries(summary ?? {}).map(([noun, count]) => ({
				// SAFETY: summaries are made by our importers, whose nouns all have words.
				noun: describeNoun(noun as Parameters<typeof describeNoun>[0], locale),
				count: count ?? 0
			}))
		}
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const answer = await answerForm(event, importInput, applyImport);
		if (answer.refusal) return answer.refusal;
		const run = await findRun(event);
		if (!run) error(404);
		const { locals } = event;
		void importRunner(locals.app).apply({
			actor: locals.actor(),
			importId: run.importId,
			kind: run.kind,
			timeZone: locals.signedIn?.timeZone ?? 'UTC',
			locale: locals.locale
		});
		redirect(303, event.url.pathname);
	},
	cancel: async (event) => {
		const answer = await answerForm(event, importInput, cancelImport);
		return answer.refusal ?? redirect(303, event.url.pathname);
	}
};
