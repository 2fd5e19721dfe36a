import type { Picture } from './picture/picture.ts';

/** Every kind of question the bank can hold. */
export const itemKinds = [
	'choice',
	'several-choice',
	'number',
	'expression',
	'ordering',
	'matching',
	'short-text'
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Something to pick, order or match. `key` is made from the item and the text, so it says nothing about the answer. */
export interface Option {
	readonly key: string;
	readonly text: string;
}

/** What happens to how an answer must look, beyond being equal. */
export type AnswerForm = 'any' | 'lowest-terms' | 'factored' | 'expanded';

/** One step of help, shown after answering. `answer` and `choices` are there when the step asks something itself. */
export interface Hint {
	readonly id: string;
	readonly text: string;
	/** Ids of the hints that come before this one. */
	readonly after: readonly string[];
	/** The hint this one explains further. */
	readonly within?: string;
	readonly choices?: readonly string[];
	readonly answer?: string;
}

/** Where an item came from and on what terms it may be used. */
export interface Attribution {
	readonly licence: string;
	readonly text: string;
	readonly url?: string;
}

/** The place of an item in a question of several steps; `position` counts from 1. */
export interface ItemGroup {
	readonly id: string;
	readonly position: number;
	readonly of: number;
}

/** What a person may see before answering; the same for every kind. */
interface Shown {
	readonly id: string;
	readonly version: number;
	/** BCP 47 language of the stem. */
	readonly language: string;
	readonly title?: string;
	/** Text with mathematics between `$$` marks. */
	readonly stem: string;
	readonly picture?: Picture;
	readonly group?: ItemGroup;
}

/** What belongs to an item and is not shown with the question. */
interface Kept {
	/** Skills or outcome codes, as the source names them. */
	readonly tags: readonly string[];
	readonly hints: readonly Hint[];
	readonly attribution?: Attribution;
}

/** What each kind shows. */
interface ShownByKind {
	readonly choice: { readonly choices: readonly Option[] };
	readonly 'several-choice': { readonly choices: readonly Option[] };
	readonly number: { readonly unit?: string };
	readonly expression: object;
	readonly ordering: { readonly entries: readonly Option[] };
	readonly matching: { readonly left: readonly Option[]; readonly right: readonly Option[] };
	readonly 'short-text': object;
}

/** What each kind keeps from everyone until it has been answered. */
interface SecretByKind {
	readonly choice: { readonly correct: string };
	readonly 'several-choice': { readonly correct: readonly string[] };
	readonly number: {
		readonly answers: readonly string[];
		/** Largest accepted absolute difference; 0 or absent means equal. */
		readonly tolerance?: number;
		readonly form?: AnswerForm;
	};
	readonly expression: {
		readonly answers: readonly string[];
		readonly form?: AnswerForm;
		/** `any` where a list of answers, such as the solutions of an equation, may come in any order. */
		readonly order?: 'given' | 'any';
	};
	readonly ordering: { readonly order: readonly string[] };
	readonly matching: { readonly pairs: readonly (readonly [left: string, right: string])[] };
	readonly 'short-text': {
		readonly answers: readonly string[];
		/** True where capitals and punctuation are what is asked. */
		readonly exact?: boolean;
	};
}

/** An item as stored: everything, the answer included. Never leaves the server. */
export type ItemOf<K extends ItemKind> = K extends ItemKind
	? Shown & Kept & { readonly kind: K } & ShownByKind[K] & { readonly secret: SecretByKind[K] }
	: never;
export type Item = ItemOf<ItemKind>;

/** An item as a page may hold it before it is answered. */
export type PublicItemOf<K extends ItemKind> = K extends ItemKind
	? Shown & { readonly kind: K } & ShownByKind[K]
	: never;
export type PublicItem = PublicItemOf<ItemKind>;

/** As much of an item as it takes to say whether a response is complete and well formed. */
export type ValidationItem =
	| { readonly kind: 'choice' | 'several-choice'; readonly keys: readonly string[] }
	| { readonly kind: 'ordering'; readonly keys: readonly string[] }
	| {
			readonly kind: 'matching';
			readonly left: readonly string[];
			readonly right: readonly string[];
	  }
	| { readonly kind: 'number' | 'expression' | 'short-text' };

/** What a person answered. Texts are as typed. */
export type ItemResponse =
	| { readonly kind: 'choice'; readonly key: string }
	| { readonly kind: 'several-choice'; readonly keys: readonly string[] }
	| { readonly kind: 'number' | 'expression' | 'short-text'; readonly text: string }
	| { readonly kind: 'ordering'; readonly keys: readonly string[] }
	| {
			readonly kind: 'matching';
			readonly pairs: readonly (readonly [left: string, right: string])[];
	  };

/** Why a response cannot be scored; each code is also a message key. */
export type ResponseProblem =
	| 'item.answer-empty'
	| 'item.answer-too-long'
	| 'item.answer-unreadable'
	| 'item.answer-incomplete'
	| 'item.answer-not-offered';

/** Why a readable response is wrong, where more can be said than that it differs. */
export type WrongReason = 'item.answer-unchanged' | 'item.answer-form' | 'item.answer-unit';

export type Score =
	| { readonly outcome: 'right' }
	| { readonly outcome: 'wrong'; readonly reason?: WrongReason }
	| { readonly outcome: 'unreadable'; readonly reason: ResponseProblem };
