import { error } from '@sveltejs/kit';
import { listStrands } from '#lib/server/modules/curriculum/index.ts';
import { administer, takeCensus } from '#lib/server/modules/people/index.ts';
import { listSites, listTermsFrom } from '#lib/server/modules/school/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import { schoolDay } from '#lib/server/platform/clock/index.ts';
import { sayFromUntil } from '#lib/ui/patterns/date-format.ts';
import type { PageServerLoad } from './$types';

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
	return {
		census: found.census,
		mayChange: may(actor, administer),
		sites: found.sites.map(({ siteId, name, timeZone }) => ({ siteId, name, timeZone })),
		terms: found.terms
			.filter(({ kind }) => kind === 'term')
			.map(({ termId, name, startsOn, endsOn }) => ({
				termId,
				name,
				days: sayFromUntil(startsOn, endsOn, locals.locale, { dateStyle: 'medium' }),
				isNow: startsOn <= today
			})),
		strands: found.strands.length,
		outcomes: found.strands.reduce((sum, strand) => sum + Number(strand.outcomes), 0)
	};
};
