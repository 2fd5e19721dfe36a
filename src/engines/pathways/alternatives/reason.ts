import type { Probability } from '#engines/kernel/index.ts';
import type { DeclineReason } from '../learner.ts';
import type { Minutes, MinorUnits, OpportunityId, OutcomeId, StrandId } from '../units.ts';
import type { ScoreTerm } from './weights.ts';

/** What a term rests on; the page turns it into words. */
export type Evidence =
	/** The lack that weighs most, by the system's belief or by the learner's own. */
	| {
			readonly kind: 'outcome';
			readonly outcomeId: OutcomeId;
			readonly channel: 'belief' | 'own';
			readonly probability: Probability;
			readonly wished: boolean;
			readonly ready: boolean;
	  }
	/** It pays a strand that the learner is owed. */
	| { readonly kind: 'entitlement'; readonly strandId: StrandId; readonly lateShare: Probability }
	/** Predicted success beside the band aimed at, which earlier "too hard" and "too easy" have moved. */
	| {
			readonly kind: 'success';
			readonly predicted: Probability;
			readonly from: Probability;
			readonly to: Probability;
	  }
	/** Helps to have first, and is not likely yet: advice. */
	| { readonly kind: 'helps-first'; readonly outcomeIds: readonly OutcomeId[] }
	/** The learner's own words that it meets. */
	| { readonly kind: 'interests' | 'strengths'; readonly tags: readonly string[] }
	/** Helpful supports it gives, and those it does not. */
	| {
			readonly kind: 'supports';
			readonly given: readonly string[];
			readonly missing: readonly string[];
	  }
	| { readonly kind: 'effort'; readonly travel: Minutes; readonly cost: MinorUnits }
	/** In the learner's most comfortable language, or in another of theirs. */
	| { readonly kind: 'language'; readonly language: string; readonly first: boolean }
	| { readonly kind: 'new' }
	| { readonly kind: 'done'; readonly daysAgo: number }
	/** A decline that counts here: of this very one, or of one like it. */
	| {
			readonly kind: 'declined';
			readonly opportunityId: OpportunityId;
			readonly reason: DeclineReason;
			readonly daysAgo: number;
	  };

/** One term of a score: whole points, and what they rest on. The values of an alternative add up to its score. */
export interface Reason {
	readonly term: ScoreTerm;
	readonly value: number;
	readonly evidence: readonly Evidence[];
}
