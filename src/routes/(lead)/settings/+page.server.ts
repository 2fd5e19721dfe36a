import { error } from '@sveltejs/kit';
import { listStrands } from '#lib/server/modules/curriculum/index.ts';
import { administer, takeCensus } from '#lib/server/modules/people/index.ts';
import { listSites, listTermsFrom } from '#lib/server/modules/school/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import { schoolDay, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import type { PageServerLoad } from './$types';

const sayDays = (locale: string) => {
	const days = new Intl.DateTimeFormat(locale === 'en' ? 'en-NZ' : locale, {
		dateStyle: 'medium',
		timeZone: 'UTC'
	});
	const at = (day: SchoolDay) => new Date(`${day}T00:00:00Z`);
	return (from: SchoolDay, to: SchoolDay) => days.formatRange(at(from), at(to));
};

/** How the school is set up, and what is still missing. */
export const load: PageServerLoad = async ({ locals }) => {
	const actor = locals.actor();
	const today = schoolDay(locals.app.clock.now(), locals.signedIn?.timeZone ?? 'UTC');
	const found = await locals.read(async (scope) => ({
		census: await takeCensus(scope),
		sites: await listSites(scope),
		terms: await listTermsFrom(scope, today),
		strands: await listStrands(scope)
	}));
	if (!found.census) error(404);
	const say = sayDays(locals.locale);
	return {
		census: found.census,
		mayChange: may(actor, administer),
		sites: found.sites.map(({ siteId, name, timeZone }) => ({ siteId, name, timeZone })),
		terms: found.terms
			.filter(({ kind }) => kind === 'term')
			.map(({ termId, name, startsOn, endsOn }) => ({
				termId,
				name,
				days: say(startsOn, endsOn),
				isNow: startsOn <= today
			})),
		strands: found.strands.length,
		outcomes: found.strands.reduce((sum, strand) => sum + Number(strand.outcomes), 0)
	};
};
