import { error, redirect } from '@sveltejs/kit';
import {
	getWeekPage,
	takeBackMinutes,
	takeBackWeek,
	takeBackWeekInput,
	type WeekId,
	type WeekPage
} from '#lib/server/modules/organiser/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { sayInstant, sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';
import { chosenDay, toGridView } from '../grid-view.ts';

type State =
	'no-grid' | 'holidays' | 'no-offers' | 'open' | 'running' | 'tried' | 'published' | 'changed';

/** Where the week stands; each state has a title and a next act of its own. */
function stateOf({ week, counts, hasGrid, grid }: WeekPage): State {
	if (week.state === 'published') return week.changes > 0 ? 'changed' : 'published';
	if (!hasGrid) return 'no-grid';
	if (grid.rows.length === 0) return 'holidays';
	if (counts.offers === 0) return 'no-offers';
	if (counts.runsOpen > 0) return 'running';
	return counts.runsDone > 0 ? 'tried' : 'open';
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = locals.app.clock.now();
	const { found, today } = await locals.read(async (scope) => ({
		found: await getWeekPage(scope, idInAddress<WeekId>(params.weekId, now)),
		today: scope.today
	}));
	if (!found) error(404);
	const { week, counts, sessions } = found;
	const { locale } = locals;
	return {
		weekId: week.weekId,
		siteId: week.siteId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locale),
		state: stateOf(found),
		isPublished: week.state === 'published',
		wishesUntil: sayInstant(week.wishesUntil, locale, week.timeZone),
		takesWishes: week.wishesUntil > now,
		publishedAt: week.publishedAt && sayInstant(week.publishedAt, locale, week.timeZone),
		revision: week.revision,
		canTakeBack:
			week.publishedAt !== null &&
			week.changes === 0 &&
			now.getTime() - week.publishedAt.getTime() < takeBackMinutes * 60_000,
		counts,
		sessions,
		grid: toGridView(found.grid, locale),
		day: chosenDay(found.grid, url.searchParams.get('day'), today)
	};
};

export const actions: Actions = {
	takeBack: async (event) =>
		(await answerForm(event, takeBackWeekInput, takeBackWeek)).refusal ??
		redirect(303, `/staff/week/${event.params.weekId}`)
};
