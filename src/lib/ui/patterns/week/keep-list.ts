import { keptKey } from './kept-key.ts';

/** A list that this device holds until the school's machine has it: ids of offers, and nothing else of anybody. */
export interface KeptList {
	readonly weekId: string;
	readonly list: readonly string[];
	/** The list it was made from, as the school's machine had it. */
	readonly base: readonly string[];
	/** When, in milliseconds. */
	readonly at: number;
}

/** Keeps a list for one learner of this device; null forgets it. Where nothing can be kept, the page still sends it. */
export function keepList(learnerId: string, kept: KeptList | null): void {
	try {
		if (kept) localStorage.setItem(keptKey(learnerId), JSON.stringify(kept));
		else localStorage.removeItem(keptKey(learnerId));
	} catch {
		// Storage is full or forbidden.
	}
}
