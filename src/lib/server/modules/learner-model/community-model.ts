import {
	createModel,
	shippedParameters,
	type Model,
	type Parameters
} from '#engines/learner-model/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import type { CommunityId, OutcomeId } from '../../platform/ids.ts';
import { getGraph, type OutcomeGraph, type StrandId } from '../curriculum/index.ts';
import { listOutcomePlaces, type ModelStamp } from './history.store.ts';
import { readParameters } from './training/stored-parameters.ts';
import { findBytes } from './training/training.store.ts';

/** The model of a community: parameters, and the graph whose neighbours lend a little evidence. */
export interface CommunityModel {
	readonly model: Model;
	readonly stamp: ModelStamp;
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
	/** Refreshed by recall, on the schedule of facts. */
	readonly isFact: boolean;
}

/** Parameters of an older engine are not used: the shipped ones serve until the next training. */
async function parametersOf(scope: Scope, { trainedId }: ModelStamp): Promise<Parameters> {
	const bytes = trainedId && (await findBytes(scope, trainedId, 'parameters'));
	return (bytes && readParameters(bytes)) || shippedParameters;
}

/** Made models by community: making one reads the whole graph. Nothing in it is about a person. */
const made = new Map<CommunityId, CommunityModel>();
const mostKept = 50;

export const knownModel = (communityId: CommunityId): CommunityModel | undefined =>
	made.get(communityId);

/** The community's model as it stands now; two statements, three where it was trained here. */
export async function makeModel(scope: Scope, stamp: ModelStamp): Promise<CommunityModel> {
	const graph = await getGraph(scope, null);
	const model = createModel(await parametersOf(scope, stamp), graph);
	const outcomes = await listOutcomePlaces(scope);
	const version = `${model.version} ${stamp.graphStamp}`;
	const current = { model, stamp, graph, outcomes, version };
	const [oldest] = made.keys();
	if (made.size >= mostKept && oldest !== undefined) made.delete(oldest);
	made.set(scope.communityId, current);
	return current;
}
