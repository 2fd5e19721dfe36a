import { m } from '#lib/paraglide/messages.js';
import type { PromiseLine } from '../../components/promises.svelte';

interface Promised {
	readonly name: string;
	readonly words: string;
	/** The day by which, or the instant at which it was kept; null for neither. */
	readonly due: string | null;
	readonly keptAt: string | Date | null;
}

/** What was promised for a goal: kept, or until when. */
export const promiseLines = (promises: readonly Promised[]): readonly PromiseLine[] =>
	promises.map(({ name, words, due, keptAt }) => ({
		who: name,
		what: words,
		stands: keptAt ? m.plans_kept() : (due ?? ''),
		kept: keptAt !== null
	}));
