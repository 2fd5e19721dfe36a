import { error } from '@sveltejs/kit';
import type { StrandId } from '#lib/server/modules/curriculum/index.ts';
import { getStrandMap, type CheckId } from '#lib/server/modules/learner-model/index.ts';
import { isUuid, newUuid, toId } from '#lib/server/platform/ids.ts';
import { ownMap } from '../own-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { learnerId, band, locale } = ownMap(locals);
	if (!isUuid(params.strandId)) error(404);
	const strandId = toId<StrandId>(params.strandId);
	const page = Number(url.searchParams.get('page') ?? 1) || 1;
	const map = await locals.read((scope) =>
		getStrandMap(scope, learnerId, strandId, { band, locale, page })
	);
	if (!map) error(404);
	const asked = url.searchParams.get('view');
	const first = band === '12-18' ? 'map' : 'list';
	const view: 'map' | 'list' = asked === 'map' || asked === 'list' ? asked : first;
	return { map, band, view, checkId: newUuid<CheckId>(locals.app.clock.now()) };
};
