import { replay, type LearnerEvent, type State } from '#engines/learner-model/index.ts';
import { learnersFor, mayFor, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import { viewBeliefs, type BeliefMap } from './belief-view.ts';
import { explainOutcome, type ExplainedBelief } from './explanation.ts';
import { listWaiting, type ChallengeView } from './challenge.store.ts';
import type { CommunityModel } from './community-model.ts';
import { answerChallenges, seeBeliefs } from './learner-model.policy.ts';
import { mostDue } from './refreshers.ts';
import { statesOf, wholeLogOf } from './states.ts';

/**
 * What the system believes of several learners: about the given outcomes, or about all there is evidence on. A learner
 * the actor may not see has no entry. One statement whatever the number (see `statesOf` for when it takes more).
 */
export async function beliefsOfMany(
	scope: Scope,
	learnerIds: readonly PersonId[],
	outcomeIds?: readonly OutcomeId[]
): Promise<ReadonlyMap<PersonId, BeliefMap>> {
	const visible = learnersFor(scope.actor, seeBeliefs);
	const open = learnerIds.filter((id) => visible === 'everyone' || visible.has(id));
	const { current, states } = await statesOf(scope, open);
	return new Map(
		[...states].map(([learnerId, state]) => [
			learnerId,
			viewBeliefs(current.model, state, scope.now, outcomeIds)
		])
	);
}

/** The beliefs about one learner with the model they come from; nobody's where they may not be seen. */
export async function beliefsWithModel(
	scope: Scope,
	learnerId: PersonId,
	also: 'with-recalls' | 'alone' = 'alone'
): Promise<{
	readonly current: CommunityModel;
	readonly state: State | undefined;
	readonly beliefs: BeliefMap;
	/** What the cards of facts are folded from, where it was asked for. */
	readonly recalls: readonly LearnerEvent[];
}> {
	const isOpen = mayFor(scope.actor, seeBeliefs, learnerId);
	const { current, states, recalls } = await statesOf(scope, isOpen ? [learnerId] : [], also);
	const state = states.get(learnerId);
	const beliefs = state ? viewBeliefs(current.model, state, scope.now) : new Map();
	return { current, state, beliefs, recalls: recalls.get(learnerId) ?? [] };
}

/**
 * The outcome that it would do a learner most good to practise again, on a day with school; null where nothing is due
 * or their beliefs may not be seen. One statement.
 */
export async function findRefresher(scope: Scope, learnerId: PersonId): Promise<OutcomeId | null> {
	const { state, ...known } = await beliefsWithModel(scope, learnerId, 'with-recalls');
	return state ? mostDue({ ...known, state }, scope.now) : null;
}

/** The beliefs about one learner, by outcome; what nobody has heard of is missing. Empty where they may not be seen. */
export async function learnerBeliefs(scope: Scope, learnerId: PersonId): Promise<BeliefMap> {
	return (await beliefsOfMany(scope, [learnerId])).get(learnerId) ?? new Map();
}

/** Why a belief is what it is, how sure, and what would change it; null where it may not be seen. */
export async function explainBelief(
	scope: Scope,
	learnerId: PersonId,
	outcomeId: OutcomeId
): Promise<ExplainedBelief | null> {
	const isOpen = mayFor(scope.actor, seeBeliefs, learnerId);
	const { current, events } = await wholeLogOf(scope, isOpen ? learnerId : null);
	const { model } = current;
	return isOpen ? explainOutcome(model, replay(model, events), outcomeId, scope.now) : null;
}

/** Challenges that wait for this adult's answer, oldest first; those that a check answers are not among them. */
export const listOpenChallenges = (scope: Scope): Promise<readonly ChallengeView[]> =>
	listWaiting(scope, learnersFor(scope.actor, answerChallenges));
