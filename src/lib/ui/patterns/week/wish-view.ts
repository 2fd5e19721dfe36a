import type { Drawing } from '../../drawings/drawing.ts';

/** A line of the list. */
export interface RankedView {
	readonly offerId: string;
	readonly title: string;
}

export interface ChoiceView extends RankedView {
	readonly about: string;
	readonly adult: string | null;
	readonly places: number;
	readonly first: readonly string[];
	/** Only the youngest choose by pictures. */
	readonly drawing: Drawing | null;
}

/** How the list stands, and who said it. */
export interface Standing {
	readonly state: 'none' | 'in-force' | 'waiting' | 'talk';
	/** The list waits for this learner's own yes. */
	readonly isMineToAnswer: boolean;
	/** An adult who said it, or who wants to talk. */
	readonly name: string | null;
	readonly words: string | null;
	readonly isLate: boolean;
	readonly askedForOther: boolean;
}

export interface CompanionView {
	readonly personId: string;
	readonly called: string;
	/** Of the same home group. */
	readonly isHome: boolean;
	readonly state: 'in-force' | 'waiting' | 'talk' | null;
	readonly isMutual: boolean;
	/** An adult said it, and it waits for the learner. */
	readonly isMineToAnswer: boolean;
}

export interface WishView {
	readonly weekId: string;
	readonly learnerId: string;
	readonly choices: readonly ChoiceView[];
	/** On the list, and not among these choices. */
	readonly chosen: readonly RankedView[];
	readonly ranked: readonly string[];
	readonly most: number;
	readonly standing: Standing;
	/** An adult says this list; the learner may ask for something else. */
	readonly isLocked: boolean;
}

/** The list after a tap on a choice: at its end, or off it; as it was where it is full. */
export function tapped(ranked: readonly string[], id: string, most: number): readonly string[] {
	if (ranked.includes(id)) return ranked.filter((each) => each !== id);
	return ranked.length < most ? [...ranked, id] : ranked;
}

/** The list with one of its lines at another place; as it was where there is no such place. */
export function movedTo(ranked: readonly string[], id: string, to: number): readonly string[] {
	if (!ranked.includes(id) || to < 0 || to >= ranked.length) return ranked;
	const rest = ranked.filter((each) => each !== id);
	return [...rest.slice(0, to), id, ...rest.slice(to)];
}
