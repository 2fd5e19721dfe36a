import { createModel, shippedParameters, type Model } from '#engines/learner-model/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { CommunityId } from '../../platform/ids.ts';
import { getGraph } from '../curriculum/index.ts';

/** The model of a community: parameters, and the graph whose neighbours lend a little evidence. */
export interface CommunityModel {
	readonly model: Model;
	readonly graphStamp: string;
	/** Names parameters and graph together; a snapshot of another version is not used. */
	readonly version: string;
}

/** Made models by community: making one reads the whole graph. Nothing in it is about a person. */
const made = new Map<CommunityId, CommunityModel>();
const mostKept = 50;

export const knownModel = (communityId: CommunityId): CommunityModel | undefined =>
	made.get(communityId);

/** The community's model for the graph as it stands now; one statement. */
export async function makeModel(scope: Scope, graphStamp: string): Promise<CommunityModel> {
	const model = createModel(shippedParameters, await getGraph(scope, null));
	const current = { model, graphStamp, version: `${model.version} ${graphStamp}` };
	const [oldest] = made.keys();
	if (made.size >= mostKept && oldest !== undefined) made.delete(oldest);
	made.set(scope.communityId, current);
	return current;
}
