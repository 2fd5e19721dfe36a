import { ROW } from './adagrad.ts';
import { pairKey } from './model.ts';
import { checkParameters, ITEM_WEIGHTS, SKILL_WEIGHTS, type Parameters } from './parameters.ts';

/**
 * How much answers have told about each number of some parameters (Fisher's information): in the same
 * order as the numbers themselves. With it a later training goes on from new answers alone.
 */
export interface Told {
	readonly start: readonly number[];
	readonly skillEasiness: readonly number[];
	readonly itemEasiness: readonly number[];
	readonly weights: readonly number[];
	readonly skillWeights: readonly number[];
	readonly itemWeights: readonly number[];
	/** One for each span of each row of the memory. */
	readonly leaves: readonly number[];
	readonly reads: readonly number[];
	readonly itemPairs: readonly number[];
	readonly skillPairs: readonly number[];
}

/** One finished stage of training: sums without tables or calibration, and what is behind them. */
export interface Stage {
	readonly parameters: Parameters;
	readonly told: Told;
}

/** The memory that every training learns. */
export const SPANS: readonly number[] = [0.99, 0.9, 0.5];
export const SIZE = ROW;
const WIDTH = SPANS.length * SIZE;

/** Where training starts that goes on from nothing: the shared weights of the prior, no names. */
export const blankStage = (prior: Parameters): Stage => ({
	parameters: {
		...prior,
		skills: [],
		items: [],
		easiness: { ...prior.easiness, start: 0, skills: [], items: [], itemAnswers: [] },
		skillWeights: [],
		itemWeights: [],
		memory: { spans: SPANS, size: SIZE, leaves: [], reads: [] },
		sequence: { itemPairs: [], itemValues: [], skillPairs: [], skillValues: [] },
		tables: [],
		calibration: { slope: 1, shift: 0 }
	},
	told: {
		start: [0],
		skillEasiness: [],
		itemEasiness: [],
		weights: prior.weights.map(() => 0),
		skillWeights: [],
		itemWeights: [],
		leaves: [],
		reads: [],
		itemPairs: [],
		skillPairs: []
	}
});

/** Names that a stage has not met yet, in the order in which they are added. */
export interface NewNames {
	readonly skills: readonly string[];
	readonly items: readonly string[];
}

/** The stage with room for new names; `startOf` gives the first value of each new number of the memory. */
export function growStage(
	{ parameters, told }: Stage,
	{ skills, items }: NewNames,
	startOf: () => number
): Stage {
	const { easiness, memory } = parameters;
	const known = { skills: parameters.skills.length };
	const more = { skills: skills.length, items: items.length };
	const inRows = (values: readonly number[], width: number, of: () => number) =>
		padRows(values, known.skills * width, more.skills * width, more.items * width, of);
	return {
		parameters: {
			...parameters,
			skills: [...parameters.skills, ...skills],
			items: [...parameters.items, ...items],
			easiness: {
				...easiness,
				skills: pad(easiness.skills, more.skills),
				items: pad(easiness.items, more.items),
				itemAnswers: pad(easiness.itemAnswers, more.items)
			},
			skillWeights: pad(parameters.skillWeights, more.skills * SKILL_WEIGHTS),
			itemWeights: pad(parameters.itemWeights, more.items * ITEM_WEIGHTS),
			memory: {
				...memory,
				leaves: inRows(memory.leaves, WIDTH, startOf),
				reads: inRows(memory.reads, WIDTH, startOf)
			},
			sequence: renumbered(parameters, more)
		},
		told: {
			...told,
			skillEasiness: pad(told.skillEasiness, more.skills),
			itemEasiness: pad(told.itemEasiness, more.items),
			skillWeights: pad(told.skillWeights, more.skills * SKILL_WEIGHTS),
			itemWeights: pad(told.itemWeights, more.items * ITEM_WEIGHTS),
			leaves: inRows(told.leaves, SPANS.length, () => 0),
			reads: inRows(told.reads, SPANS.length, () => 0)
		}
	};
}

const fresh = (count: number, of: () => number) => Array.from({ length: count }, of);

const pad = (values: readonly number[], count: number) => [...values, ...fresh(count, () => 0)];

/** Rows of all skills, then of all items: new skills come in between. */
const padRows = (
	values: readonly number[],
	split: number,
	moreSkills: number,
	moreItems: number,
	of: () => number
): number[] => [
	...values.slice(0, split),
	...fresh(moreSkills, of),
	...values.slice(split),
	...fresh(moreItems, of)
];

/** A pair's key holds the number of names (`pairKey`), so more names mean other keys. */
function renumbered(
	{ skills, items, sequence }: Parameters,
	more: { readonly skills: number; readonly items: number }
): Parameters['sequence'] {
	const rekey = (keys: readonly number[], from: number, to: number) =>
		keys.map((key) => {
			const before = Math.floor(key / from);
			return pairKey(before >> 1, before % 2 === 1 ? 1 : 0, key % from, to);
		});
	return {
		...sequence,
		itemPairs: rekey(sequence.itemPairs, items.length, items.length + more.items),
		skillPairs: rekey(sequence.skillPairs, skills.length, skills.length + more.skills)
	};
}

/** Whether a stage that came from outside (a table) can be gone on from. */
export function isStage({ parameters, told }: Stage): boolean {
	const { easiness, memory, sequence } = parameters;
	const rows = (parameters.skills.length + parameters.items.length) * SPANS.length;
	const lengths: readonly (readonly [known: readonly number[], values: number])[] = [
		[told.start, 1],
		[told.skillEasiness, easiness.skills.length],
		[told.itemEasiness, easiness.items.length],
		[told.weights, parameters.weights.length],
		[told.skillWeights, parameters.skillWeights.length],
		[told.itemWeights, parameters.itemWeights.length],
		[told.leaves, rows],
		[told.reads, rows],
		[told.itemPairs, sequence.itemValues.length],
		[told.skillPairs, sequence.skillValues.length]
	];
	return (
		checkParameters(parameters).ok &&
		memory.size === SIZE &&
		memory.spans.length === SPANS.length &&
		memory.spans.every((span, i) => span === SPANS[i]) &&
		lengths.every(
			([known, values]) =>
				known.length === values && known.every((value) => Number.isFinite(value) && value >= 0)
		)
	);
}
