import type { App } from './app.ts';
import { prepareModel } from './modules/learner-model/index.ts';
import { listCommunities } from './modules/school/index.ts';

/** Models that are kept; where there are more communities, the first pages of the others make theirs. */
const most = 50;
const reason = 'making the model before the first page asks for it';

/** Makes what all pages of a community share, so that the first page costs no more than the next; a failure only costs that. */
export async function warmUp(app: App): Promise<void> {
	try {
		const communities = await app.database.inLocal({ mode: 'read' }, listCommunities);
		for (const { communityId } of communities.slice(0, most)) {
			await app.read({ kind: 'system', communityId, reason }, prepareModel);
		}
	} catch (error) {
		app.log.error('warm-up.failed', error, {});
	}
}
