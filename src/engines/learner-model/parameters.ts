import { fail, ok, type Result } from '../kernel/index.ts';
import { FEATURES } from './feature-names.ts';

/** Everything shared by learners: plain values, fit for a file. Only training changes them. */
export interface Parameters {
	readonly format: 2;
	/** Names this exact set; a state folded with another version is rebuilt by replay. */
	readonly version: string;
	/** Known skills and items; every per-skill and per-item list below follows their order. */
	readonly skills: readonly string[];
	readonly items: readonly string[];
	readonly easiness: Easiness;
	/** Shared weight of each feature, in the order of FEATURES. */
	readonly weights: readonly number[];
	/** What a skill or an item adds to the weight of some features, row by row. */
	readonly skillWeights: readonly number[];
	readonly itemWeights: readonly number[];
	readonly memory: Memory;
	readonly sequence: Sequence;
	readonly tables: readonly Table[];
	/** Shown log-odds = slope x sum + shift. */
	readonly calibration: { readonly slope: number; readonly shift: number };
	readonly spread: Spread;
}

/** The first stage: log-odds by difficulty and ability alone. */
export interface Easiness {
	readonly start: number;
	readonly skills: readonly number[];
	readonly items: readonly number[];
	/** How many training answers stand behind each item. */
	readonly itemAnswers: readonly number[];
	/** Ability moves by step / (1 + decay x evidence) x surprise. */
	readonly step: number;
	readonly decay: number;
}

/** The related-questions term: what an answer leaves behind, and what a question reads of it. */
export interface Memory {
	/** Share kept from one answer to the next, one for each span. */
	readonly spans: readonly number[];
	/** Numbers per span. */
	readonly size: number;
	/** Rows of spans x size numbers: first all skills, then all items. */
	readonly leaves: readonly number[];
	readonly reads: readonly number[];
}

/** What an answer just before says about this question: keys of `pairKey` and log-odds. */
export interface Sequence {
	readonly itemPairs: readonly number[];
	readonly itemValues: readonly number[];
	readonly skillPairs: readonly number[];
	readonly skillValues: readonly number[];
}

/** Boosted depth-2 trees over one pair of features, summed up in a grid (GA2M). */
export interface Table {
	/** Positions in TABLE_FEATURES. */
	readonly first: number;
	readonly second: number;
	/** Rising cut points; a value above the k-th cut is in a cell after k. */
	readonly firstCuts: readonly number[];
	readonly secondCuts: readonly number[];
	/** (firstCuts + 1) rows of (secondCuts + 1) log-odds. */
	readonly values: readonly number[];
}

/** Standard deviations in log-odds: of skills within a learner, and of what time changes. */
export interface Spread {
	readonly skill: number;
	readonly ability: number;
	/** Variance gained by log(1 + days) since the last evidence. */
	readonly drift: number;
}

export type ParametersProblem =
	| 'learner-model.format-unknown'
	| 'learner-model.lengths-differ'
	| 'learner-model.number-not-finite';

/** Checks parameters that came from outside (a file, a table). */
export function checkParameters(value: Parameters): Result<Parameters, ParametersProblem> {
	if (value.format !== 2) return fail('learner-model.format-unknown');
	if (!lengthsFit(value)) return fail('learner-model.lengths-differ');
	return numbersOf(value).every(Number.isFinite)
		? ok(value)
		: fail('learner-model.number-not-finite');
}

/** How many features have a weight of their own per skill, and per item. */
export const SKILL_WEIGHTS = 7;
export const ITEM_WEIGHTS = 4;

function lengthsFit({ skills, items, easiness, memory, sequence, ...rest }: Parameters): boolean {
	const rows = (skills.length + items.length) * memory.spans.length * memory.size;
	return (
		rest.weights.length === FEATURES.length &&
		easiness.skills.length === skills.length &&
		easiness.items.length === items.length &&
		easiness.itemAnswers.length === items.length &&
		rest.skillWeights.length === skills.length * SKILL_WEIGHTS &&
		rest.itemWeights.length === items.length * ITEM_WEIGHTS &&
		memory.leaves.length === rows &&
		memory.reads.length === rows &&
		sequence.itemPairs.length === sequence.itemValues.length &&
		sequence.skillPairs.length === sequence.skillValues.length &&
		rest.tables.every(tableFits)
	);
}

const tableFits = ({ firstCuts, secondCuts, values }: Table) =>
	values.length === (firstCuts.length + 1) * (secondCuts.length + 1);

const numbersOf = ({ easiness, memory, sequence, ...rest }: Parameters): readonly number[] => [
	easiness.start,
	easiness.step,
	easiness.decay,
	rest.calibration.slope,
	rest.calibration.shift,
	...Object.values(rest.spread),
	...[easiness.skills, easiness.items, easiness.itemAnswers].flat(),
	...[rest.weights, rest.skillWeights, rest.itemWeights].flat(),
	...[memory.spans, memory.leaves, memory.reads].flat(),
	...[sequence.itemPairs, sequence.itemValues].flat(),
	...[sequence.skillPairs, sequence.skillValues].flat(),
	...rest.tables.flatMap((table) => [table.firstCuts, table.secondCuts, table.values].flat())
];
