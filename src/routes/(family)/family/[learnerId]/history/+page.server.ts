import { error } from '@sveltejs/kit';
import { sayDays } from '#lib/server/history-words.ts';
import { getHistory } from '#lib/server/modules/people/index.ts';
import { isUuid, toId, type PersonId } from '#lib/server/platform/ids.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	locals.actor();
	if (!isUuid(params.learnerId)) error(404);
	const learnerId = toId<PersonId>(params.learnerId);
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	const asked = url.searchParams.get('before');
	const before = isUuid(asked) ? asked : undefined;
	const history = await locals.read((scope) => getHistory(scope, learnerId, { timeZone, before }));
	if (!history) error(404);
	return {
		...sayDays(history, locals.locale),
		older: history.older && `/family/${learnerId}/history?before=${history.older}`
	};
};
