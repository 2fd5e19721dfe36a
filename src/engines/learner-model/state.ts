import { resetRecord, WORDS } from './skill-record.ts';

/** The learner's own word on a skill: the second channel, never mixed into the first. */
export interface OwnBelief {
	/** In [0, 1]; 1 = "I can do this". */
	readonly level: number;
	readonly at?: number | undefined;
}

/**
 * All the model remembers of one learner: a pure fold over their events. Treat it as opaque; make it
 * with `replay` or `update`, keep it with `packState`, and read it with `predict` and `belief`.
 */
export interface State {
	/** Version of the parameters it was folded with. */
	readonly version: string;
	/** Position of each touched skill in `words`. */
	readonly slots: ReadonlyMap<string, number>;
	/** Sixteen bytes a skill, see skill-record.ts. */
	readonly words: Uint16Array;
	/** Last outcome on each item, 1 right, 0 wrong. */
	readonly items: ReadonlyMap<string, 0 | 1>;
	/** The learner-wide numbers. */
	readonly whole: Whole;
	readonly own: ReadonlyMap<string, OwnBelief>;
}

/** Numbers about the learner as a whole. */
export interface Whole {
	/** Ability over all skills, in log-odds. */
	readonly ability: number;
	/** Weighted number of pieces of evidence. */
	readonly evidence: number;
	/** Decayed mean of (answer - expectation), in [-1, 1], short and long memory. */
	readonly recentFast: number;
	readonly recentSlow: number;
}

/** The state under construction, inside one call only. */
export interface Draft extends State {
	slots: Map<string, number>;
	words: Uint16Array;
	items: Map<string, 0 | 1>;
	whole: { -readonly [K in keyof Whole]: Whole[K] };
	own: Map<string, OwnBelief>;
}

/** The state of a learner of whom nothing is known. */
export function emptyDraft(version: string): Draft {
	const whole = { ability: 0, evidence: 0, recentFast: 0, recentSlow: 0 };
	return {
		version,
		slots: new Map(),
		words: new Uint16Array(4 * WORDS),
		items: new Map(),
		whole,
		own: new Map()
	};
}

/** A copy that may be changed without touching the original. */
export const copyState = (state: State): Draft => ({
	version: state.version,
	slots: new Map(state.slots),
	words: state.words.slice(),
	items: new Map(state.items),
	whole: { ...state.whole },
	own: new Map(state.own)
});

/** The place of a skill in the draft, made when it is new. */
export function slotFor(draft: Draft, skill: string): number {
	const known = draft.slots.get(skill);
	if (known !== undefined) return known;
	const slot = draft.slots.size;
	if ((slot + 1) * WORDS > draft.words.length) draft.words = doubled(draft.words);
	resetRecord(draft.words, slot);
	draft.slots.set(skill, slot);
	return slot;
}

function doubled(words: Uint16Array): Uint16Array {
	const larger = new Uint16Array(words.length * 2);
	larger.set(words);
	return larger;
}
