import { error } from '@sveltejs/kit';
import { planChanges } from '#engines/organiser/index.ts';
import {
	findWeek,
	getRunPage,
	type RunId,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { sayWeek } from '#lib/server/week-words.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import type { PageServerLoad } from './$types';
import { countsView, fairnessView, levelViews } from '../run-page.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = locals.app.clock.now();
	const asked = url.searchParams.getAll('run').map((id) => idInAddress<RunId>(id, now));
	const weekId = idInAddress<WeekId>(params.weekId, now);
	const runIds = [...new Set(asked)].slice(0, 2);
	const { week, page } = await locals.read(async (scope) => ({
		week: await findWeek(scope, weekId),
		page: runIds.length > 0 ? await getRunPage(scope, weekId, runIds) : null
	}));
	if (!week || (runIds.length > 0 && !page)) error(404);
	const runs = page?.runs ?? [];
	const [left, right] = runs;
	return {
		weekId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locals.locale),
		isPublished: week.state === 'published',
		runs: runs.map((run) => ({
			runId: run.runId,
			name: run.name,
			levels: levelViews(run),
			counts: run.report && countsView(run.report),
			fairness: run.report && fairnessView(run.report),
			sessions: run.report?.sessions ?? 0
		})),
		changes: left?.plan && right?.plan ? differences(planChanges(left.plan, right.plan)) : null,
		locale: locals.locale
	};
};

const differences = ({ learners, opened, closed, moved }: ReturnType<typeof planChanges>) => ({
	learners: learners.length,
	opened,
	closed,
	moved
});
