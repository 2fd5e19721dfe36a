import {
	belief,
	type Belief,
	type Model,
	type SkillState,
	type State
} from '#engines/learner-model/index.ts';
import { probability, type Probability } from '#engines/kernel/index.ts';
import type { Beliefs as PathwayBeliefs } from '#engines/pathways/index.ts';
import { toId, type OutcomeId } from '../../platform/ids.ts';

/** What the system believes about one outcome, and beside it, never mixed in, what the learner does. */
export interface BeliefView {
	readonly outcomeId: OutcomeId;
	readonly state: SkillState;
	/** Chance of success now, and the interval that holds the truth nine times in ten. */
	readonly probability: Probability;
	readonly low: Probability;
	readonly high: Probability;
	/** Weighted pieces of evidence; how many different items and sources; on how many occasions. */
	readonly evidence: number;
	readonly varied: number;
	readonly occasions: number;
	/** The learner's own belief, 0 to 1; null where they have not said. */
	readonly own: number | null;
	readonly modelVersion: string;
}

export type BeliefMap = ReadonlyMap<OutcomeId, BeliefView>;

export function toBeliefView(outcomeId: OutcomeId, found: Belief): BeliefView {
	return {
		outcomeId,
		state: found.state,
		probability: found.now.probability,
		low: found.now.low,
		high: found.now.high,
		evidence: found.evidence,
		varied: found.varied,
		occasions: found.occasions,
		own: found.own?.level ?? null,
		modelVersion: found.modelVersion
	};
}

export const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** The beliefs about given outcomes, or about all that anyone has heard of. */
export function viewBeliefs(
	model: Model,
	state: State,
	now: Date,
	outcomeIds?: readonly OutcomeId[]
): BeliefMap {
	const touched = () =>
		[...new Set([...state.slots.keys(), ...state.own.keys()])].map(toId<OutcomeId>);
	return new Map(
		(outcomeIds ?? touched()).map((outcomeId) => [
			outcomeId,
			toBeliefView(outcomeId, belief(model, state, outcomeId, seconds(now)))
		])
	);
}

/** The same beliefs as the engine `pathways` takes them (fringe, alternatives, draft goals). */
export function toPathwayBeliefs(beliefs: BeliefMap): PathwayBeliefs {
	return new Map(
		[...beliefs.values()].map((view) => [
			view.outcomeId,
			{
				state: view.state,
				probability: view.probability,
				uncertainty: probability(view.high - view.low),
				...(view.own !== null && { own: probability(view.own) })
			}
		])
	);
}
