import type { Debt } from '../entitlement/entitlement-status.ts';
import type { PrerequisiteGraph } from '../graph/prerequisite-graph.ts';
import type { Beliefs } from '../learner.ts';
import type { OpportunityId, OutcomeId, StrandId } from '../units.ts';

/** What the learner said about themself, in their words. */
export interface ProfileItem {
	readonly id: string;
	readonly kind: 'strength' | 'interest' | 'driver' | 'aspiration' | 'support';
	readonly text: string;
	/** The word by which opportunities know it, where there is one. */
	readonly tag?: string;
}

/** A goal of the plan before this one. */
export interface LastGoal {
	readonly id: string;
	readonly statement: string;
	readonly outcomes: readonly OutcomeId[];
	readonly state: 'active' | 'renegotiated' | 'achieved' | 'set-aside';
}

/** Something on offer that a step may name, best first. */
export interface OfferedStep {
	readonly id: OpportunityId;
	readonly builds: readonly OutcomeId[];
	readonly interests: readonly string[];
}

export interface DraftGoalsInput {
	readonly profile: readonly ProfileItem[];
	readonly graph: PrerequisiteGraph;
	readonly beliefs: Beliefs;
	readonly debts: readonly Debt[];
	readonly lastPlan: readonly LastGoal[];
	readonly offered: readonly OfferedStep[];
	/** Weeks until the plan is looked at again. */
	readonly reviewWeeks: number;
}

/** Where a line comes from; shown beside it. */
export type DraftSource =
	| { readonly kind: 'profile'; readonly itemId: string }
	| { readonly kind: 'belief' | 'own-belief' | 'fringe'; readonly outcomeId: OutcomeId }
	| { readonly kind: 'entitlement'; readonly ruleId: string }
	| { readonly kind: 'last-plan'; readonly goalId: string }
	| { readonly kind: 'offer'; readonly opportunityId: OpportunityId }
	| { readonly kind: 'setting'; readonly name: 'review-weeks' };

/** What goes into a message: a number, words quoted as they were said, or a thing whose name the page knows. */
export type DraftParameter =
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'quote'; readonly text: string }
	| { readonly kind: 'outcome'; readonly outcomeId: OutcomeId }
	| { readonly kind: 'strand'; readonly strandId: StrandId }
	| { readonly kind: 'opportunity'; readonly opportunityId: OpportunityId };

/** Every message a draft may use, with the name of its one parameter. */
export const draftMessages = {
	pathways_draft_carry_on: 'goal',
	pathways_draft_learn: 'outcome',
	pathways_draft_owed: 'outcome',
	pathways_draft_show: 'outcome',
	pathways_draft_refresh: 'outcome',
	pathways_draft_aspire: 'aspiration',
	pathways_draft_find_out: 'strand',
	pathways_draft_why_interest: 'words',
	pathways_draft_why_driver: 'words',
	pathways_draft_why_aspiration: 'words',
	pathways_draft_why_strength: 'words',
	pathways_draft_why_owed: 'strand',
	pathways_draft_success_can: 'outcome',
	pathways_draft_step_offer: 'opportunity',
	pathways_draft_step_first: 'outcome',
	pathways_draft_support: 'words',
	pathways_draft_review: 'weeks'
} as const;

export type DraftMessage = keyof typeof draftMessages;

/** One line of a draft: a message, its parameter under the name in `draftMessages`, and its source. */
export interface DraftLine {
	readonly part: 'statement' | 'why' | 'success' | 'step' | 'support' | 'review';
	readonly message: DraftMessage;
	readonly parameter: DraftParameter;
	readonly source: DraftSource;
}

/** Why this goal is proposed at all. */
export type GoalPurpose =
	'carry-on' | 'owed' | 'learn' | 'show' | 'refresh' | 'aspire' | 'find-out';

/** A goal nobody has agreed to yet: the learner keeps, changes or drops each line. */
export interface GoalDraft {
	readonly kind: 'learning' | 'life';
	readonly purpose: GoalPurpose;
	readonly outcomes: readonly OutcomeId[];
	/** The statement first; every line cites its source. */
	readonly lines: readonly DraftLine[];
}
