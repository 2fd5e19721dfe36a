import { error, redirect } from '@sveltejs/kit';
import {
	getRunPage,
	planGrid,
	publishWeek,
	publishWeekInput,
	resumeRun,
	runInput,
	stopRun,
	type ChangeId,
	type RunId,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';
import {
	causeViews,
	countsView,
	fairnessView,
	isInterrupted,
	levelViews,
	namer,
	relaxationViews
} from '../run-page.ts';
import { chosenDay, toGridView } from '../../../grid-view.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = locals.app.clock.now();
	const { locale } = locals;
	const { page, today } = await locals.read(async (scope) => ({
		page: await getRunPage(scope, idInAddress<WeekId>(params.weekId, now), [
			idInAddress<RunId>(params.runId, now)
		]),
		today: scope.today
	}));
	const run = page?.runs[0];
	if (!page || !run) error(404);
	const { week, calendar, names } = page;
	const name = namer(page, locale);
	const { plan, report } = run;
	const grid = plan && planGrid(week, calendar, plan, names);
	return {
		weekId: week.weekId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locale),
		isPublished: week.state === 'published',
		isPublishedOne: week.publishedRunId === run.runId,
		hasBegun: week.startsOn <= today,
		revision: week.revision,
		runId: run.runId,
		name: run.name,
		state: run.state,
		isOpen: run.state === 'waiting' || run.state === 'running',
		isInterrupted: isInterrupted(run, now),
		wantsStop: run.wantsStop,
		seconds: run.seconds,
		spent: Math.round(run.spentMs / 1_000),
		levels: run.curve || run.levels ? levelViews(run) : null,
		faults: run.faults?.map(({ code, at }) => ({ code, at })) ?? [],
		result: report && {
			sessions: report.sessions,
			seats: report.seats,
			learners: report.learners,
			counts: countsView(report),
			fairness: fairnessView(report),
			causes: causeViews(report, name),
			relaxations: relaxationViews(report, name),
			unplaced: report.unplaced.map(({ learner, offer }) => ({
				learner: name(learner),
				offer: name(offer)
			}))
		},
		grid: grid && toGridView(grid, locale),
		day: grid ? chosenDay(grid, url.searchParams.get('day'), today) : '',
		newId: newUuid<ChangeId>(now),
		locale
	};
};

const here = ({ params }: { readonly params: { weekId: string; runId: string } }) =>
	redirect(303, `/staff/week/${params.weekId}/runs/${params.runId}`);

export const actions: Actions = {
	stop: async (event) => (await answerForm(event, runInput, stopRun)).refusal ?? here(event),
	resume: async (event) => (await answerForm(event, runInput, resumeRun)).refusal ?? here(event),
	publish: async (event) => {
		const answer = await answerForm(event, publishWeekInput, publishWeek);
		return answer.refusal ?? redirect(303, `/staff/week/${answer.value.weekId}`);
	}
};
