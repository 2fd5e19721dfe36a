import { createLearned, type Learned, type Scaled } from './adagrad.ts';
import { FEATURE_COUNT } from './features.ts';
import { gainsOf, keptOf } from './memory-spans.ts';
import { pairKey } from './model.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import type { Stage } from './stage.ts';
import type { Rows } from './training-rows.ts';

/** 1 or -1 where the sign of a shared weight is fixed, 0 where the weight stays, else free. */
export type Signs = readonly (1 | -1 | 0 | undefined)[];

/** What the second stage learns: every weight of the sum but the tables and the calibration. */
export interface Fitted {
	/** One an active feature. */
	readonly shared: Learned;
	readonly skills: Learned;
	readonly items: Learned;
	readonly leaves: Learned;
	readonly reads: Learned;
	readonly itemPairs: Learned;
	readonly skillPairs: Learned;
}

/** Everything one run of the second stage needs at hand. */
export interface WeightRun {
	readonly rows: Rows;
	/** Features that are not 0 in every row, those whose weight stays last: the others teach nothing, and have no weight here. */
	readonly active: Uint8Array;
	/** The first of them: those whose weight is learnt. */
	readonly learnable: Uint8Array;
	/** What is fixed of the shared weights, by feature. */
	readonly signs: Signs | undefined;
	readonly fitted: Fitted;
	readonly skillCount: number;
	/** Keys of the pairs that have a weight, and the pair of each row (-1 = none). */
	readonly itemPairs: Pairs;
	readonly skillPairs: Pairs;
	/** Skills, then item of row r, as rows of the memory: entity[entityStart[r] .. entityStart[r + 1]). */
	readonly entity: Int32Array;
	readonly entityStart: Int32Array;
	/** 1 / how many skills, or 1 for an item. */
	readonly share: Float64Array;
	readonly kept: Float64Array;
	readonly gains: Float64Array;
	/** Memory before each row of the stretch and after the last, and each row's error. */
	readonly history: Float64Array;
	readonly errors: Float64Array;
	/** Gradient of the stretch's likelihood by the memory, while going back. */
	readonly back: Float64Array;
	/** Room for the gradient of a row of the memory, and for what gradients of features and of rows are made of. */
	readonly gradients: Float64Array;
	readonly byFeature: Scaled<Float32Array>;
	readonly byMemory: Scaled<Float64Array>;
}

export interface Pairs {
	readonly keys: readonly number[];
	readonly ofRow: Int32Array;
}

/** Precisions of the priors of weights around zero, chosen on Statics 2011 and ASSISTments 2015. */
const PRECISION = { own: 3, memory: 3, pair: 3 } as const;
/** Pairs seen less often say nothing. */
const LEAST_PAIRS = 4;
/** Learners with more answers than this are learnt from in stretches (their memory runs on). */
export const STRETCH = 2000;

/** Sets a run up; `stage` holds all names of the rows, and what is known of each weight so far. */
export function createRun(rows: Rows, stage: Stage, signs: Signs | undefined): WeightRun {
	const { parameters } = stage;
	const { memory } = parameters;
	const skillCount = parameters.skills.length;
	const width = memory.spans.length * memory.size;
	const { sequence } = parameters;
	const byItem = (row: number) => rows.item[row] ?? -1;
	const itemPairs = pairsOf(rows, sequence.itemPairs, parameters.items.length, byItem);
	const { active, learnable } = activeFeatures(rows, signs);
	const skillPairs = pairsOf(rows, sequence.skillPairs, skillCount, (row) => firstSkill(rows, row));
	return {
		rows,
		active,
		learnable,
		signs,
		fitted: knownWeights(stage, active, countTouches(rows, stage), itemPairs, skillPairs),
		skillCount,
		itemPairs,
		skillPairs,
		...entitiesOf(rows, skillCount),
		kept: keptOf(memory),
		gains: gainsOf(memory),
		history: new Float64Array(width * (STRETCH + 1)),
		errors: new Float64Array(STRETCH),
		back: new Float64Array(width),
		gradients: new Float64Array(width),
		byFeature: { of: rows.features, from: 0, factor: 0 },
		byMemory: { of: new Float64Array(), from: 0, factor: 0 }
	};
}

function activeFeatures({ features, count }: Rows, signs: Signs | undefined) {
	const isActive = (feature: number) => {
		for (let row = 0; row < count; row++)
			if ((features[row * FEATURE_COUNT + feature] ?? 0) !== 0) return true;
		return false;
	};
	const all = Array.from({ length: FEATURE_COUNT }, (_, feature) => feature).filter(isActive);
	const learnt = all.filter((feature) => signs?.[feature] !== 0);
	const active = Uint8Array.from([...learnt, ...all.filter((feature) => signs?.[feature] === 0)]);
	return { active, learnable: active.subarray(0, learnt.length) };
}

/** How many of the answers to learn from touch each entity. */
type Touches = (entity: number) => number;

function knownWeights(
	{ parameters, told }: Stage,
	active: Uint8Array,
	touches: Touches & { readonly rows: number },
	itemPairs: CountedPairs,
	skillPairs: CountedPairs
): Fitted {
	const skillCount = parameters.skills.length;
	const { memory, sequence } = parameters;
	// One step size for each span of a row: short spans take in far more of an answer than long ones.
	const rowsOfMemory = (weights: readonly number[], known: readonly number[]) =>
		createLearned({
			weights,
			told: known,
			width: memory.size,
			precision: PRECISION.memory,
			touches: (row) => touches(Math.floor(row / memory.spans.length))
		});
	const pairs = (counted: CountedPairs, values: readonly number[], known: readonly number[]) =>
		createLearned({
			weights: counted.keys.map((_, pair) => values[pair] ?? 0),
			told: known,
			precision: PRECISION.pair,
			touches: (pair) => counted.counts[pair] ?? 0
		});
	return {
		shared: createLearned({
			weights: Array.from(active, (feature) => parameters.weights[feature] ?? 0),
			told: Array.from(active, (feature) => told.weights[feature] ?? 0),
			precision: 0,
			touches: () => touches.rows
		}),
		skills: createLearned({
			weights: parameters.skillWeights,
			told: told.skillWeights,
			precision: PRECISION.own,
			touches: (at) => touches(Math.floor(at / SKILL_WEIGHTS))
		}),
		items: createLearned({
			weights: parameters.itemWeights,
			told: told.itemWeights,
			precision: PRECISION.own,
			touches: (at) => touches(skillCount + Math.floor(at / ITEM_WEIGHTS))
		}),
		leaves: rowsOfMemory(memory.leaves, told.leaves),
		reads: rowsOfMemory(memory.reads, told.reads),
		itemPairs: pairs(itemPairs, sequence.itemValues, told.itemPairs),
		skillPairs: pairs(skillPairs, sequence.skillValues, told.skillPairs)
	};
}

/** Answers to learn from behind each skill and each item. */
function countTouches(rows: Rows, { parameters: { skills, items } }: Stage) {
	const { skill, skillStart, item } = rows;
	const counts = new Float64Array(skills.length + items.length);
	const add = (entity: number) => (counts[entity] = (counts[entity] ?? 0) + 1);
	let fresh = 0;
	eachFresh(rows, (row) => {
		fresh += 1;
		for (let i = skillStart[row] ?? 0; i < (skillStart[row + 1] ?? 0); i++)
			if ((skill[i] ?? -1) >= 0) add(skill[i] ?? 0);
		if ((item[row] ?? -1) >= 0) add(skills.length + (item[row] ?? 0));
	});
	return Object.assign((entity: number) => counts[entity] ?? 0, { rows: fresh });
}

const firstSkill = ({ skill, skillStart }: Rows, row: number) =>
	(skillStart[row] ?? 0) < (skillStart[row + 1] ?? 0) ? (skill[skillStart[row] ?? 0] ?? -1) : -1;

interface CountedPairs extends Pairs {
	readonly counts: readonly number[];
}

/** Numbers the pairs (name before, its answer, name now): the known ones, and those seen often enough. */
function pairsOf(
	rows: Rows,
	known: readonly number[],
	names: number,
	nameOf: (row: number) => number
): CountedPairs {
	const keyOfRow = new Float64Array(rows.count).fill(-1);
	const seen = new Map<number, number>(known.map((key) => [key, 0]));
	eachFresh(rows, (row, first) => {
		const [before, now] = [row > first ? nameOf(row - 1) : -1, nameOf(row)];
		if (before < 0 || now < 0) return;
		const key = pairKey(before, rows.correct[row - 1] === 1 ? 1 : 0, now, names);
		keyOfRow[row] = key;
		seen.set(key, (seen.get(key) ?? 0) + 1);
	});
	const often = [...seen].filter(([, n], place) => place < known.length || n >= LEAST_PAIRS);
	const keys = often.map(([key]) => key);
	const number = new Map(keys.map((key, i) => [key, i]));
	const ofRow = Int32Array.from(keyOfRow, (key) => number.get(key) ?? -1);
	return { keys, counts: often.map(([, n]) => n), ofRow };
}

/** Every row to learn from, with the first row of its learner. */
function eachFresh(
	{ learnerStart, freshStart }: Rows,
	visit: (row: number, first: number) => void
): void {
	for (let learner = 0; learner < freshStart.length; learner++) {
		const end = learnerStart[learner + 1] ?? 0;
		for (let row = freshStart[learner] ?? 0; row < end; row++)
			visit(row, learnerStart[learner] ?? 0);
	}
}

function entitiesOf({ count, skill, skillStart, item }: Rows, skillCount: number) {
	const entity = new Int32Array(skill.length + count);
	const share = new Float64Array(skill.length + count);
	const entityStart = new Int32Array(count + 1);
	let at = 0;
	const add = (which: number, part: number) => {
		if (which < 0) return;
		entity[at] = which;
		share[at++] = part;
	};
	for (let row = 0; row < count; row++) {
		const [from, to] = [skillStart[row] ?? 0, skillStart[row + 1] ?? 0];
		for (let i = from; i < to; i++) add(skill[i] ?? -1, 1 / (to - from));
		const own = item[row] ?? -1;
		add(own < 0 ? -1 : skillCount + own, 1);
		entityStart[row + 1] = at;
	}
	return { entity, share, entityStart };
}
