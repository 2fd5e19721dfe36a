import type { OutcomeId, Uuid } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';

/** What alternatives are asked for. */
export type Wish =
	| { readonly kind: 'goal'; readonly goalId: Uuid; readonly outcomeIds: readonly OutcomeId[] }
	| { readonly kind: 'outcome'; readonly outcomeId: OutcomeId }
	| { readonly kind: 'strand'; readonly strandId: StrandId }
	| { readonly kind: 'surprise' };

/** As it is kept with the set. */
export type StoredWish = Wish;

/** Why not, in the closed list that counts for the next set; "other" says nothing about anything else. */
export const declineReasons = [
	'too-hard',
	'too-easy',
	'not-interested',
	'no-time',
	'with-others',
	'place',
	'cost',
	'other'
] as const;
