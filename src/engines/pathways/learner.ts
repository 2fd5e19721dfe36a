import type { Probability } from '#engines/kernel/index.ts';
import type { Debt } from './entitlement/entitlement-status.ts';
import type { Company, Place } from './opportunity.ts';
import type { Minutes, MinorUnits, OpportunityId, OutcomeId } from './units.ts';

/** What is shown of a belief. `ready` is derived by {@link fringe}, so it is not one of them. */
export type LearningState = 'unexplored' | 'working-on' | 'nearly' | 'secure' | 'due-a-refresh';

/** What the system believes about one outcome, and beside it, never mixed in, what the learner does. */
export interface OutcomeBelief {
	readonly state: LearningState;
	/** Chance that the learner can do this now. */
	readonly probability: Probability;
	/** Width of the interval around it: 0 is sure, 1 is no idea. */
	readonly uncertainty: Probability;
	/** The learner's own belief, where they gave one. */
	readonly own?: Probability;
}

/** Beliefs by outcome; an outcome without an entry is unexplored. */
export type Beliefs = ReadonlyMap<OutcomeId, OutcomeBelief>;

export type DeclineReason =
	| 'too-hard'
	| 'too-easy'
	| 'not-interested'
	| 'no-time'
	| 'with-others'
	| 'place'
	| 'cost'
	| 'other';

/**
 * An opportunity the learner turned down, with what was true of it then: what they said about one
 * counts, more weakly, for others like it.
 */
export interface Decline {
	readonly opportunityId: OpportunityId;
	readonly reason: DeclineReason;
	readonly daysAgo: number;
	readonly context: string;
	readonly company: Company;
	readonly place: Place;
	readonly minutes: Minutes;
	readonly cost: MinorUnits;
}

/** An opportunity the learner did. */
export interface Doing {
	readonly opportunityId: OpportunityId;
	readonly daysAgo: number;
}

/** What choosing needs to know about a learner: no name, no attribute that is not used here. */
export interface LearnerContext {
	/** Whole years. */
	readonly age: number;
	readonly beliefs: Beliefs;
	/** Outcomes ready to learn, as {@link fringe} gives them. */
	readonly fringe: readonly OutcomeId[];
	readonly interests: readonly string[];
	readonly strengths: readonly string[];
	/** Without one of `required` nothing is offered; `helpful` ones only count. */
	readonly supports: { readonly required: readonly string[]; readonly helpful: readonly string[] };
	/** Languages the learner can learn in (BCP 47), the most comfortable first. */
	readonly languages: readonly string[];
	/** Minutes of travel to each named place the learner can get to; a place not listed is out of reach. */
	readonly reach: ReadonlyMap<string, Minutes>;
	/** The most one thing may cost the family. */
	readonly costCeiling: MinorUnits;
	/** Demands this learner cannot meet for now: nothing that makes one is offered. */
	readonly cannot: readonly string[];
	/** Safety needs that are met for this learner: `guardian-consent`, `can-swim`. */
	readonly safetyMet: readonly string[];
	readonly debts: readonly Debt[];
	readonly done: readonly Doing[];
	readonly declined: readonly Decline[];
	/** Already in the plan and under way: not offered again. */
	readonly underWay: readonly OpportunityId[];
}

/** What the learner asked for. */
export type Wish =
	| { readonly kind: 'goal'; readonly outcomes: readonly OutcomeId[] }
	| { readonly kind: 'outcome'; readonly outcome: OutcomeId }
	| { readonly kind: 'surprise' };
