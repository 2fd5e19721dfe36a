import type { LearningState } from '../../components/learning-state.ts';

interface Base {
	readonly checkId: string;
	readonly strandId: string | null;
	readonly outcomeId: string | null;
	readonly answered: number;
	readonly most: number;
}

/** Text made on the server: safe HTML with MathML, and the same in words. */
export interface Rendered {
	readonly html: string;
	readonly speech: string;
}

export interface ShownChoice extends Rendered {
	readonly key: string;
}

export interface QuestionView extends Base {
	readonly version: number;
	readonly itemId: string;
	readonly item: {
		readonly kind:
			| 'choice'
			| 'several-choice'
			| 'number'
			| 'expression'
			| 'ordering'
			| 'matching'
			| 'short-text';
		readonly language: string;
		readonly stem: Rendered;
		readonly picture: { readonly svg: string; readonly words: string } | null;
		readonly options: readonly ShownChoice[];
		readonly targets: readonly ShownChoice[];
		readonly unit: string | null;
	};
}

export interface FeedbackView extends Base {
	readonly language: string;
	readonly stem: Rendered;
	readonly result: 'right' | 'wrong' | 'dont-know-yet';
	readonly given: readonly Rendered[];
	readonly right: readonly Rendered[];
	readonly steps: readonly Rendered[];
	readonly isOver: boolean;
}

export interface ChangedView {
	readonly outcomeId: string;
	readonly words: string;
	readonly before: LearningState;
	readonly now: LearningState;
	readonly own: number | null;
	readonly probability: number;
}

export interface EndView extends Base {
	readonly right: number;
	readonly changes: readonly ChangedView[];
	readonly next: readonly { readonly outcomeId: string; readonly words: string }[];
}
