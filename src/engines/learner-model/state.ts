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
	/** One number an item, see item-record.ts. */
	readonly items: ReadonlyMap<string, number>;
	readonly whole: Whole;
	/** What past answers left behind for related questions (Parameters.memory). */
	readonly memory: Float64Array;
	readonly own: ReadonlyMap<string, OwnBelief>;
}

/** Numbers about the learner as a whole. */
export interface Whole {
	/** Ability over all skills, in log-odds. */
	readonly ability: number;
	/** Weighted number of pieces of evidence. */
	readonly evidence: number;
	/** Decayed residuals in [-1, 1], decays 0.8, 0.9, 0.97. */
	readonly fast: number;
	readonly middle: number;
	readonly slow: number;
	/** Decayed accuracy in [0, 1], decay 0.95. */
	readonly accuracy: number;
	/** The last three answers, the latest first: 1 right, -1 wrong, 0 none. */
	readonly last: readonly [number, number, number];
	/** The latest answer's item and skill; empty when none. */
	readonly lastItem: string;
	readonly lastSkill: string;
	/** Its instant in seconds; -1 when unknown. */
	readonly lastAt: number;
}

/** The state under construction, inside one call only. */
export interface Draft extends State {
	slots: Map<string, number>;
	words: Uint16Array;
	items: Map<string, number>;
	whole: { -readonly [K in keyof Whole]: Whole[K] };
	own: Map<string, OwnBelief>;
}

const nothingYet = (): Whole => ({
	ability: 0,
	evidence: 0,
	fast: 0,
	middle: 0,
	slow: 0,
	accuracy: 0.5,
	last: [0, 0, 0],
	lastItem: '',
	lastSkill: '',
	lastAt: -1
});

/** The state of a learner of whom nothing is known. */
export const emptyDraft = (version: string, memorySize: number): Draft => ({
	version,
	slots: new Map(),
	words: new Uint16Array(4 * WORDS),
	items: new Map(),
	whole: nothingYet(),
	memory: new Float64Array(memorySize),
	own: new Map()
});

/** A copy that may be changed without touching the original. */
export const copyState = (state: State): Draft => ({
	version: state.version,
	slots: new Map(state.slots),
	words: state.words.slice(),
	items: new Map(state.items),
	whole: { ...state.whole },
	memory: state.memory.slice(),
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
