import { error } from '@sveltejs/kit';
import { listOutcomes } from '#lib/server/modules/curriculum/index.ts';
import { getFreshMap } from '#lib/server/modules/learner-model/index.ts';
import { refreshLimits } from '#lib/server/modules/pathways/index.ts';
import { ownMap } from './own-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { learnerId, band, locale } = ownMap(locals);
	const found = await locals.read(async (scope) => {
		const limits = () => refreshLimits(scope, learnerId, band);
		const map = await getFreshMap(scope, learnerId, band, limits);
		if (!map || map.refreshers.today.length === 0) return map && { ...map, fresh: [] };
		const { today } = map.refreshers;
		const outcomes = await listOutcomes(scope, { outcomeIds: today }, { band, locale });
		const words = new Map(outcomes.map((one) => [one.outcomeId, one.words]));
		const fresh = today.flatMap((outcomeId) => {
			const said = words.get(outcomeId);
			return said === undefined ? [] : [{ outcomeId, words: said }];
		});
		return { ...map, fresh };
	});
	if (!found) error(404);
	const { minutesToday: minutes, waiting } = found.refreshers;
	return { strands: found.strands, fresh: found.fresh, minutes, waiting, band };
};
