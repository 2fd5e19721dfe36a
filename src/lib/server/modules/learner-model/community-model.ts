import { createModel, shippedParameters, type Model } from '#engines/learner-model/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { CommunityId, OutcomeId } from '../../platform/ids.ts';
import { getGraph, type OutcomeGraph, type StrandId } from '../curriculum/index.ts';
import { listOutcomePlaces } from './history.store.ts';

/** The model of a community: parameters, and the graph whose neighbours lend a little evidence. */
export interface CommunityModel {
	readonly model: Model;
	readonly graphStamp: string;
	readonly graph: OutcomeGraph;
	/** Where each outcome belongs, so that pages need not ask. */
	readonly outcomes: ReadonlyMap<OutcomeId, OutcomePlace>;
	/** Names parameters and graph together; a snapshot of another version is not used. */
	readonly version: string;
}

export interface OutcomePlace {
	readonly strandId: StrandId | null;
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
}

/** Made models by community: making one reads the whole graph. Nothing in it is about a person. */
const made = new Map<CommunityId, CommunityModel>();
const mostKept = 50;

export const knownModel = (communityId: CommunityId): CommunityModel | undefined =>
	made.get(communityId);

/** The community's model for the graph as it stands now; two statements. */
export async function makeModel(scope: Scope, graphStamp: string): Promise<CommunityModel> {
	const graph = await getGraph(scope, null);
	const model = createModel(shippedParameters, graph);
	const outcomes = await listOutcomePlaces(scope);
	const version = `${model.version} ${graphStamp}`;
	const current = { model, graphStamp, graph, outcomes, version };
	const [oldest] = made.keys();
	if (made.size >= mostKept && oldest !== undefined) made.delete(oldest);
	made.set(scope.communityId, current);
	return current;
}
