import { redirect } from '@sveltejs/kit';
import { places } from '#lib/server/modules/evidence/index.ts';
import {
	listRemovedWork,
	listWork,
	restoreWork,
	workInput,
	type ArtefactId
} from '#lib/server/modules/portfolio/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, toId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { personId, band } = locals.actor();
	const asked = url.searchParams;
	const place = places.find((one) => one === asked.get('where'));
	const before = asked.get('before');
	const removed = asked.get('removed');
	const search = (asked.get('find') ?? '').slice(0, 80);
	const showsRemoved = asked.has('taken');
	const { works, olderThan } = await locals.read(async (scope) =>
		showsRemoved
			? { works: await listRemovedWork(scope, personId), olderThan: null }
			: listWork(scope, personId, {
					...(place && { place }),
					...(isUuid(before) && { before: toId<ArtefactId>(before) }),
					search,
					limit: band === '5-7' ? 6 : 20
				})
	);
	return {
		works,
		olderThan,
		place: place ?? null,
		search,
		showsRemoved,
		removed: isUuid(removed) ? removed : null
	};
};

export const actions: Actions = {
	restore: async (event) => {
		const done = await answerForm(event, workInput, restoreWork);
		return done.refusal ?? redirect(303, `/work/${done.value.artefactId}`);
	}
};
