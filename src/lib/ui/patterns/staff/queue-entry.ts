import type { WaitingPlanView } from './waiting-view.ts';

interface Entry {
	readonly id: string;
	readonly learnerId: string;
	readonly learnerName: string;
	readonly minutes: number;
}

/** One thing that waits for an adult, by kind. */
export type QueueEntry = Entry &
	(
		| { readonly kind: 'stuck' | 'ready'; readonly words: string | null }
		| { readonly kind: 'plan'; readonly plan: WaitingPlanView }
		| {
				readonly kind: 'feedback';
				readonly artefactId: string;
				readonly title: string;
				readonly wantsToKnow: string;
				readonly words: string | null;
				readonly picture: { readonly fileId: string; readonly alt: string | null } | null;
				readonly newId: string;
		  }
		| { readonly kind: 'audience'; readonly title: string; readonly wished: Audience }
		| { readonly kind: 'idea'; readonly words: string; readonly place: string | null }
		| {
				readonly kind: 'challenge';
				readonly statement: string;
				readonly words: string;
				readonly newId: string;
		  }
		| { readonly kind: 'review'; readonly words: string; readonly on: string }
		| {
				readonly kind: 'objection';
				readonly title: string;
				readonly isMust: boolean;
				readonly words: string;
		  }
		| {
				readonly kind: 'wishes';
				readonly weekId: string;
				/** The Monday of the week, in words. */
				readonly day: string;
				readonly ranked: readonly string[];
				readonly asksForOther: boolean;
				readonly words: string | null;
				/** When the page was made: a list that was changed since is not answered. */
				readonly seenAt: string;
		  }
	);

export type Audience = 'me' | 'teachers' | 'teachers-and-family' | 'everyone-with-me';
export type EntryOf<K extends QueueEntry['kind']> = Extract<QueueEntry, { readonly kind: K }>;
