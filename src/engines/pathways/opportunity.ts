import type { Minutes, MinorUnits, OpportunityId, OutcomeId, StrandId } from './units.ts';

/** What sort of thing it is: for lists and pictures; choosing does not look at it. */
export type OpportunityKind =
	| 'lesson'
	| 'practice-set'
	| 'task'
	| 'project'
	| 'workshop'
	| 'club'
	| 'place'
	| 'person'
	| 'workplace'
	| 'home-activity'
	| 'online-resource';

/** What the learner mostly does. */
export type Mode = 'read' | 'watch' | 'make' | 'do' | 'talk' | 'move';

/** With how many others. */
export type Company = 'alone' | 'pair' | 'small' | 'large' | 'one-to-one';

/** Where it happens; the same words as the place of an evidence event. */
export type Place = 'school' | 'home' | 'online' | 'community' | 'work';

/** Anything a learner can do to learn, as far as choosing needs to know it. */
export interface Opportunity {
	readonly id: OpportunityId;
	/** Outcomes it builds. */
	readonly builds: readonly OutcomeId[];
	/** Outcomes it helps to have first: advice, never a lock. */
	readonly needsFirst: readonly OutcomeId[];
	/** Strands its minutes count towards. */
	readonly strands: readonly StrandId[];
	/** The part of life it is set in, one word: `river`, `cooking`, `numbers`. */
	readonly context: string;
	/** Interests it touches. */
	readonly interests: readonly string[];
	/** Strengths it uses. */
	readonly strengths: readonly string[];
	readonly place: Place;
	/** A named place that has to be reached; absent where nobody has to travel. */
	readonly placeId?: string;
	readonly mode: Mode;
	readonly company: Company;
	readonly minutes: Minutes;
	readonly cost: MinorUnits;
	/** Whole years, both ends included. */
	readonly ages: { readonly from: number; readonly to: number };
	/** Languages it can be done in (BCP 47); empty where no language is needed. */
	readonly languages: readonly string[];
	/** Supports it gives: `read-aloud`, `step-free`, `quiet`. */
	readonly supports: readonly string[];
	/** What it asks of a body, a sense or a household: `rough-ground`, `much-reading`. */
	readonly demands: readonly string[];
	/** What must be in place for it to be safe: `guardian-consent`, `can-swim`. */
	readonly safetyNeeds: readonly string[];
	/** Places left; absent where there is no limit. */
	readonly seatsLeft?: number;
}
