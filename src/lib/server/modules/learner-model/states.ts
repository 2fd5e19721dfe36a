import { replay, type LearnerEvent, type State } from '#engines/learner-model/index.ts';
import { may, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { knownModel, makeModel, type CommunityModel } from './community-model.ts';
import { foldHistory, type History } from './history.ts';
import {
	findModelStamp,
	listStale,
	loadHistories,
	saveSnapshot,
	type ModelStamp
} from './history.store.ts';
import { trainModels } from './learner-model.policy.ts';
import { writeState } from './snapshot.ts';

export interface Loaded {
	readonly current: CommunityModel;
	readonly histories: readonly History[];
}

/**
 * The model as it stands and what it needs of each learner: one statement, two when the graph is not in memory yet,
 * three when it changed since.
 */
async function load(
	scope: Scope,
	learnerIds: readonly PersonId[],
	also: 'with-recalls' | 'alone' = 'alone'
): Promise<Loaded> {
	const known = knownModel(scope.communityId);
	const found = await loadHistories(scope, learnerIds, known?.version ?? '', also);
	if (known && isCurrent(known, found.stamp)) {
		return { current: known, histories: found.histories };
	}
	const current = await makeModel(scope, found.stamp ?? (await findModelStamp(scope)));
	if (!known) return { current, histories: found.histories };
	return { current, ...(await loadHistories(scope, learnerIds, current.version, also)) };
}

/** Nobody to read means no stamp: then any model will do. */
const isCurrent = ({ stamp }: CommunityModel, found: ModelStamp | null) =>
	found === null ||
	(stamp.graphStamp === found.graphStamp &&
		stamp.trainedId === found.trainedId &&
		stamp.factStamp === found.factStamp);

/** The model of the community as it stands; one statement when it is in memory. */
export async function currentModel(scope: Scope): Promise<CommunityModel> {
	const known = knownModel(scope.communityId);
	const stamp = await findModelStamp(scope);
	return known && isCurrent(known, stamp) ? known : makeModel(scope, stamp);
}

/** Makes the community's model before a page asks for it; as the system, at the start of the process. */
export async function prepareModel(scope: Scope): Promise<void> {
	if (may(scope.actor, trainModels)) await currentModel(scope);
}

export interface LearnerStates {
	readonly current: CommunityModel;
	readonly states: ReadonlyMap<PersonId, State>;
	/** What their cards of facts are folded from, where it was asked for. */
	readonly recalls: ReadonlyMap<PersonId, readonly LearnerEvent[]>;
}

/** What the model holds of several learners; one statement more when a snapshot no longer serves someone. */
export async function statesOf(
	scope: Scope,
	learnerIds: readonly PersonId[],
	also: 'with-recalls' | 'alone' = 'alone'
): Promise<LearnerStates> {
	const { current, histories } = await load(scope, learnerIds, also);
	const { model } = current;
	const states = new Map<PersonId, State>();
	const again: PersonId[] = [];
	for (const history of histories) {
		const state = foldHistory(model, history);
		if (state) states.set(history.learnerId, state);
		else again.push(history.learnerId);
	}
	if (again.length > 0) {
		const whole = await loadHistories(scope, again, '');
		for (const { learnerId, tail } of whole.histories)
			states.set(learnerId, replay(model, tail).state);
	}
	const recalls = new Map(histories.map((one) => [one.learnerId, one.recalls]));
	return { current, states, recalls };
}

/** The whole log of one learner with the model, for explaining. */
export async function wholeLogOf(scope: Scope, learnerId: PersonId | null) {
	const found = await loadHistories(scope, learnerId === null ? [] : [learnerId], '');
	const known = knownModel(scope.communityId);
	const current =
		known && isCurrent(known, found.stamp)
			? known
			: await makeModel(scope, found.stamp ?? (await findModelStamp(scope)));
	return { current, events: found.histories[0]?.tail ?? [] };
}

/** A tail shorter than this is folded at each read rather than kept. */
const worthKeeping = 20;

/** Takes a new snapshot where the log has grown enough since the last; reads are right with or without it. */
export async function refreshSnapshot(
	scope: Scope,
	learnerId: PersonId,
	least = worthKeeping
): Promise<void> {
	const { current, histories } = await load(scope, [learnerId]);
	const [history] = histories;
	if (!history) return;
	const state = foldHistory(current.model, history);
	if (state && history.tailRows < least) return;
	const [whole = history] = state
		? [history]
		: (await loadHistories(scope, [learnerId], '')).histories;
	await saveSnapshot(scope, {
		learnerId,
		modelVersion: current.version,
		eventsSeen: state ? history.older + history.tailRows : whole.tailRows,
		lastEventId: whole.lastEventId,
		state: writeState(state ?? replay(current.model, whole.tail).state)
	});
}

/**
 * Takes new snapshots for at most so many learners whose pages would fold much: the log has grown, something was
 * withdrawn or came in late, or the model is another one. Returns how many it took; fewer than `most` means that none
 * is left. For the jobs beside the pages, and after a training.
 */
export async function refreshSnapshots(scope: Scope, most = 50): Promise<number> {
	if (!may(scope.actor, trainModels)) return 0;
	const { version } = await currentModel(scope);
	const stale = await listStale(scope, version, { tail: worthKeeping, most });
	for (const learnerId of stale) await refreshSnapshot(scope, learnerId);
	return stale.length;
}
