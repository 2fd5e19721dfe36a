import { error } from '@sveltejs/kit';
import { getWeeksPage } from '#lib/server/modules/organiser/index.ts';
import { personOf } from '#lib/server/platform/access/index.ts';
import { sayDay, sayInstant, sayWeek } from '#lib/server/week-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { locale, signedIn } = locals;
	if (signedIn?.actor.memberships.every(({ role }) => role === 'learner' || role === 'family'))
		error(404);
	const page = await locals.read((scope) => getWeeksPage(scope, personOf(scope).personId));
	const byDay = [...Map.groupBy(page.own, ({ day }) => day)];
	return {
		own: page.own.length,
		days: byDay.map(([day, sessions]) => ({ day, words: sayDay(day, locale), sessions })),
		sites: page.sites.map(({ site, weeks }) => ({
			siteId: site.siteId,
			name: site.name,
			weeks: weeks.map((week) => ({
				weekId: week.weekId,
				words: sayWeek(week.startsOn, locale),
				state: week.state,
				isChanged: week.changes > 0,
				wishesUntil: sayInstant(week.wishesUntil, locale, week.timeZone),
				takesWishes: week.wishesUntil > locals.app.clock.now()
			}))
		}))
	};
};
