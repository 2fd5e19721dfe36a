import { foldName } from '../people/index.ts';
import type { ChoiceRow } from './wish-page.store.ts';

/** Which of the offers: by words, a part of so many. */
export interface WhichChoices {
	readonly words: string;
	/** 1 is the first. */
	readonly part: number;
}

/** How much there is to choose from, and what of it is shown. */
export interface Shelf extends WhichChoices {
	/** Offers for this learner, whatever was asked for. */
	readonly all: number;
	/** Those that were asked for. */
	readonly found: number;
	readonly parts: number;
}

/** As many offers as one compares at a time, and as a page of a learner can hold in 15 KB. */
const partSize = 10;

/** From the first on, whatever it is. */
export const everything: WhichChoices = { words: '', part: 1 };

/** The part that was asked for; the last one where there are not so many. */
export function shelfOf<T extends Pick<ChoiceRow, 'title' | 'about' | 'adults'>>(
	drawn: readonly T[],
	{ words, part }: WhichChoices
): { readonly shelf: Shelf; readonly shown: readonly T[] } {
	const sought = foldName(words.trim());
	const holds = ({ title, about, adults }: T) =>
		[title, about, ...adults].some((text) => foldName(text).includes(sought));
	const found = sought === '' ? drawn : drawn.filter(holds);
	const parts = Math.max(1, Math.ceil(found.length / partSize));
	const at = Math.min(Math.max(1, part), parts);
	return {
		shelf: {
			words: words.trim(),
			part: at,
			all: drawn.length,
			found: found.length,
			parts
		},
		shown: found.slice((at - 1) * partSize, at * partSize)
	};
}
