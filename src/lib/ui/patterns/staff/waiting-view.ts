import type { Changes } from '../plan/changes.ts';

/** Something about a learner's plan that waits for the adult who looks. */
export interface WaitingPlanView {
	readonly what: 'proposal' | 'question' | 'step';
	readonly id: string;
	readonly learnerId: string;
	readonly learnerName: string;
	readonly authorName: string;
	readonly goalWords: string;
	readonly kind: 'new' | 'change' | 'achieve' | 'set-aside' | 'take-up' | null;
	readonly rung: 0 | 1 | 2 | 3 | 4;
	readonly changes: Changes;
	readonly fields: {
		readonly words: string;
		readonly why: string | null;
		readonly successCriteria: string | null;
		readonly supports: string | null;
		readonly reviewOn: string | null;
		readonly outcomeIds: readonly string[];
	} | null;
	readonly words: string | null;
	readonly lastTurn: { readonly name: string; readonly words: string } | null;
	readonly minutes: number;
	/** Keys of what an answer writes. */
	readonly askId: string;
	readonly counterId: string;
}

/** What a refused form gives back. */
export interface RefusedForm {
	readonly error: { readonly field: string | null; readonly message: string };
	readonly values: Readonly<Record<string, string>>;
}
