import { createRandom, type Random } from '../kernel/index.ts';
import { ascend, createLearned, logistic, pullsOf, type Learned } from './adagrad.ts';
import { ITEM_FEATURES, SKILL_FEATURES } from './feature-names.ts';
import { FEATURE_COUNT } from './features.ts';
import { pairKey } from './model.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import { gainsOf, keptOf } from './memory-spans.ts';
import type { Rows } from './training-rows.ts';

/** What the second stage learns: every weight of the sum but the tables and the calibration. */
export interface Fitted {
	readonly shared: Learned;
	readonly skills: Learned;
	readonly items: Learned;
	readonly leaves: Learned;
	readonly reads: Learned;
	readonly itemPairs: Pairs;
	readonly skillPairs: Pairs;
}

/** Weights of pairs seen often enough, and the pair of each row (-1 = none). */
export interface Pairs {
	readonly keys: readonly number[];
	readonly values: Learned;
}

/** How the second stage is run. */
export interface FitOptions {
	readonly seed: number;
	readonly passes: number;
	readonly rate: number;
	readonly spans: readonly number[];
	readonly size: number;
	readonly skillCount: number;
	readonly itemCount: number;
	/** Shared weights to start from. */
	readonly prior: readonly number[];
	/** 1 or -1 where the sign of a shared weight is fixed, 0 where the weight stays, else free. */
	readonly signs?: readonly (1 | -1 | 0 | undefined)[] | undefined;
}

/** Precisions of the priors of weights around zero, chosen on Statics 2011 and ASSISTments 2015. */
const PRECISION = { own: 3, memory: 3, pair: 3 } as const;
/** Pairs seen less often say nothing. */
const LEAST_PAIRS = 4;
/** Range of the random start of the memory's rows. */
const SPREAD = 0.2;
/** Learners with more answers than this are learnt from in stretches (their memory runs on). */
const STRETCH = 2000;

/** Everything one run needs at hand. */
interface Run {
	readonly rows: Rows;
	readonly options: FitOptions;
	readonly fitted: Fitted;
	/** Pair of each row among fitted.itemPairs / skillPairs, or -1. */
	readonly itemPair: Int32Array;
	readonly skillPair: Int32Array;
	/** Pull on each entity's own weights and rows, and on each pair. */
	readonly ownPull: Float64Array;
	readonly rowPull: Float64Array;
	readonly itemPairPull: Float64Array;
	readonly skillPairPull: Float64Array;
	readonly kept: Float64Array;
	readonly gains: Float64Array;
	readonly memory: Float64Array;
	/** Memory before each row of the stretch, and the row's error. */
	readonly history: Float64Array;
	readonly errors: Float64Array;
	/** Gradient of the stretch's likelihood by the memory, while going back. */
	readonly back: Float64Array;
}

/**
 * Second stage: AdaGrad over whole learners in shuffled order, with a step that falls to zero. The
 * memory is linear, so its exact gradient through time is one pass back over the learner's answers.
 */
export function fitWeights(rows: Rows, options: FitOptions): Fitted {
	const random = createRandom(options.seed);
	const run = createRun(rows, options, random);
	const learners = Array.from({ length: rows.learnerStart.length - 1 }, (_, l) => l);
	const steps = options.passes * learners.length;
	let step = 0;
	for (let pass = 0; pass < options.passes; pass++) {
		shuffle(learners, random);
		for (const learner of learners) fitLearner(run, learner, options.rate * (1 - step++ / steps));
	}
	return run.fitted;
}

function createRun(rows: Rows, options: FitOptions, random: Random): Run {
	const width = options.spans.length * options.size;
	const entities = options.skillCount + options.itemCount;
	const itemPair = pairsOf(rows, options.itemCount, (row) => rows.item[row] ?? -1);
	const skillPair = pairsOf(rows, options.skillCount, (row) => firstSkill(rows, row));
	const counts = countEntities(rows, options);
	const start = () => Float64Array.from({ length: entities * width }, () => startValue(random));
	return {
		rows,
		options,
		fitted: {
			shared: createLearned(FEATURE_COUNT, options.prior),
			skills: createLearned(options.skillCount * SKILL_WEIGHTS),
			items: createLearned(options.itemCount * ITEM_WEIGHTS),
			leaves: createLearned(entities * width, start()),
			reads: createLearned(entities * width, start()),
			itemPairs: { keys: itemPair.keys, values: createLearned(itemPair.keys.length) },
			skillPairs: { keys: skillPair.keys, values: createLearned(skillPair.keys.length) }
		},
		itemPair: itemPair.ofRow,
		skillPair: skillPair.ofRow,
		ownPull: pullsOf(PRECISION.own, counts),
		rowPull: pullsOf(PRECISION.memory, counts),
		itemPairPull: pullsOf(PRECISION.pair, itemPair.counts),
		skillPairPull: pullsOf(PRECISION.pair, skillPair.counts),
		kept: keptOf(options),
		gains: gainsOf(options),
		memory: new Float64Array(width),
		history: new Float64Array(width * STRETCH),
		errors: new Float64Array(STRETCH),
		back: new Float64Array(width)
	};
}

const startValue = (random: Random) => SPREAD * (random.next() - 0.5);

const firstSkill = ({ skill, skillStart }: Rows, row: number) =>
	(skillStart[row] ?? 0) < (skillStart[row + 1] ?? 0) ? (skill[skillStart[row] ?? 0] ?? -1) : -1;

/** Numbers the pairs (name before, its answer, name now) that occur often enough. */
function pairsOf(rows: Rows, count: number, nameOf: (row: number) => number) {
	const keyOf = (row: number) => {
		const [before, now] = [nameOf(row - 1), nameOf(row)];
		return before < 0 || now < 0
			? -1
			: pairKey(before, rows.correct[row - 1] === 1 ? 1 : 0, now, count);
	};
	const keyOfRow = new Float64Array(rows.count).fill(-1);
	eachFollower(rows, (row) => (keyOfRow[row] = keyOf(row)));
	const seen = new Map<number, number>();
	for (const key of keyOfRow) if (key >= 0) seen.set(key, (seen.get(key) ?? 0) + 1);
	const often = [...seen].filter(([, n]) => n >= LEAST_PAIRS);
	const keys = often.map(([key]) => key);
	const counts = Float64Array.from(often, ([, n]) => n);
	const number = new Map(keys.map((key, i) => [key, i]));
	return { keys, counts, ofRow: Int32Array.from(keyOfRow, (key) => number.get(key) ?? -1) };
}

/** Answers behind each skill and each item. */
function countEntities({ skill, item, count }: Rows, { skillCount, itemCount }: FitOptions) {
	const counts = new Float64Array(skillCount + itemCount);
	const add = (entity: number) => (counts[entity] = (counts[entity] ?? 0) + 1);
	for (const at of skill) if (at >= 0) add(at);
	for (let row = 0; row < count; row++)
		if ((item[row] ?? -1) >= 0) add(skillCount + (item[row] ?? 0));
	return counts;
}

/** Every row that has an answer of the same learner before it. */
function eachFollower({ learnerStart }: Rows, visit: (row: number) => void): void {
	for (let learner = 0; learner + 1 < learnerStart.length; learner++) {
		const end = learnerStart[learner + 1] ?? 0;
		for (let row = (learnerStart[learner] ?? 0) + 1; row < end; row++) visit(row);
	}
}

/** Fisher-Yates. */
function shuffle(list: number[], random: Random): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		[list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
	}
}

function fitLearner(run: Run, learner: number, rate: number): void {
	const start = run.rows.learnerStart[learner] ?? 0;
	const end = run.rows.learnerStart[learner + 1] ?? 0;
	run.memory.fill(0);
	for (let from = start; from < end; from += STRETCH) {
		const to = Math.min(end, from + STRETCH);
		for (let row = from; row < to; row++) forward(run, row, row - from, rate);
		run.back.fill(0);
		for (let row = to - 1; row >= from; row--) backward(run, row, row - from, rate);
	}
}

/** Predicts a row, learns its weights, and moves the memory on. */
function forward(run: Run, row: number, place: number, rate: number): void {
	const { rows, memory, history, errors } = run;
	const error = (rows.correct[row] ?? 0) - logistic(sumOf(run, row));
	errors[place] = error;
	history.set(memory, place * memory.length);
	learnShared(run, row, error, rate);
	learnOwn(run, row, error, rate);
	learnPairs(run, row, error, rate);
	moveMemory(run, row);
}

/** The log-odds of a row with the weights so far. */
function sumOf({ rows, fitted, memory, itemPair, skillPair }: Run, row: number): number {
	let sum = dotFeatures(fitted.shared.weights, rows.features, row);
	const pair = itemPair[row] ?? -1;
	const pairOfSkills = skillPair[row] ?? -1;
	if (pair >= 0) sum += fitted.itemPairs.values.weights[pair] ?? 0;
	if (pairOfSkills >= 0) sum += fitted.skillPairs.values.weights[pairOfSkills] ?? 0;
	const from = rows.skillStart[row] ?? 0;
	const to = rows.skillStart[row + 1] ?? 0;
	for (let i = from; i < to; i++) sum += skillPart(rows, fitted, memory, row, i) / (to - from);
	return sum + itemPart(rows, fitted, memory, row);
}

function dotFeatures(weights: Float64Array, features: Float32Array, row: number): number {
	const start = row * FEATURE_COUNT;
	let sum = 0;
	for (let f = 0; f < FEATURE_COUNT; f++) sum += (weights[f] ?? 0) * (features[start + f] ?? 0);
	return sum;
}

function skillPart(
	rows: Rows,
	fitted: Fitted,
	memory: Float64Array,
	row: number,
	i: number
): number {
	const skill = rows.skill[i] ?? -1;
	if (skill < 0) return 0;
	const own = dotOwn(fitted.skills.weights, skill * SKILL_WEIGHTS, SKILL_FEATURES, rows, row);
	return own + dotRow(fitted.reads.weights, memory, skill);
}

function itemPart(rows: Rows, fitted: Fitted, memory: Float64Array, row: number): number {
	const item = rows.item[row] ?? -1;
	if (item < 0) return 0;
	const own = dotOwn(fitted.items.weights, item * ITEM_WEIGHTS, ITEM_FEATURES, rows, row);
	const skillCount = fitted.skills.weights.length / SKILL_WEIGHTS;
	return own + dotRow(fitted.reads.weights, memory, skillCount + item);
}

function dotOwn(
	weights: Float64Array,
	start: number,
	features: readonly number[],
	rows: Rows,
	row: number
): number {
	let sum = 0;
	for (let i = 0; i < features.length; i++) {
		const value = rows.features[row * FEATURE_COUNT + (features[i] ?? 0)] ?? 0;
		sum += (weights[start + i] ?? 0) * value;
	}
	return sum;
}

function dotRow(weights: Float64Array, memory: Float64Array, entity: number): number {
	const start = entity * memory.length;
	let sum = 0;
	for (let i = 0; i < memory.length; i++) sum += (memory[i] ?? 0) * (weights[start + i] ?? 0);
	return sum;
}

function learnShared({ rows, fitted, options }: Run, row: number, error: number, rate: number) {
	const start = row * FEATURE_COUNT;
	for (let f = 0; f < FEATURE_COUNT; f++) {
		const value = rows.features[start + f] ?? 0;
		const sign = options.signs?.[f];
		if (value === 0 || sign === 0) continue;
		ascend(fitted.shared, f, error * value, rate, 0);
		if (sign !== undefined && (fitted.shared.weights[f] ?? 0) * sign < 0)
			fitted.shared.weights[f] = 0;
	}
}

/** Weights of the row's skills and item. */
function learnOwn(
	{ rows, fitted, options, ownPull }: Run,
	row: number,
	error: number,
	rate: number
): void {
	const from = rows.skillStart[row] ?? 0;
	const to = rows.skillStart[row + 1] ?? 0;
	for (let i = from; i < to; i++) {
		const skill = rows.skill[i] ?? -1;
		const start = skill * SKILL_WEIGHTS;
		if (skill >= 0)
			ascendOwn(
				fitted.skills,
				start,
				SKILL_FEATURES,
				rows,
				row,
				error / (to - from),
				rate,
				ownPull[skill] ?? 0
			);
	}
	const item = rows.item[row] ?? -1;
	const pull = ownPull[options.skillCount + item] ?? 0;
	if (item >= 0)
		ascendOwn(fitted.items, item * ITEM_WEIGHTS, ITEM_FEATURES, rows, row, error, rate, pull);
}

function ascendOwn(
	learned: Learned,
	start: number,
	features: readonly number[],
	rows: Rows,
	row: number,
	error: number,
	rate: number,
	pull: number
): void {
	for (let i = 0; i < features.length; i++) {
		const value = rows.features[row * FEATURE_COUNT + (features[i] ?? 0)] ?? 0;
		ascend(learned, start + i, error * value, rate, pull);
	}
}

function learnPairs(run: Run, row: number, error: number, rate: number): void {
	const item = run.itemPair[row] ?? -1;
	const skill = run.skillPair[row] ?? -1;
	if (item >= 0)
		ascend(run.fitted.itemPairs.values, item, error, rate, run.itemPairPull[item] ?? 0);
	if (skill >= 0)
		ascend(run.fitted.skillPairs.values, skill, error, rate, run.skillPairPull[skill] ?? 0);
}

/** Calls `visit(entity, share)` for the skills (share 1 / how many) and the item (share 1) of a row. */
function eachEntity(run: Run, row: number, visit: (entity: number, share: number) => void): void {
	const { rows, options } = run;
	const from = rows.skillStart[row] ?? 0;
	const to = rows.skillStart[row + 1] ?? 0;
	for (let i = from; i < to; i++) {
		const skill = rows.skill[i] ?? -1;
		if (skill >= 0) visit(skill, 1 / (to - from));
	}
	const item = rows.item[row] ?? -1;
	if (item >= 0) visit(options.skillCount + item, 1);
}

function moveMemory(run: Run, row: number): void {
	const { memory, kept, gains, fitted, rows } = run;
	const leaves = fitted.leaves.weights;
	const residual = rows.residual[row] ?? 0;
	for (let i = 0; i < memory.length; i++) memory[i] = (memory[i] ?? 0) * (kept[i] ?? 0);
	eachEntity(run, row, (entity, share) => {
		const start = entity * memory.length;
		for (let i = 0; i < memory.length; i++)
			memory[i] = (memory[i] ?? 0) + share * residual * (gains[i] ?? 0) * (leaves[start + i] ?? 0);
	});
}

/** Learns what the row left behind (its effect on later errors) and what it read. */
function backward(run: Run, row: number, place: number, rate: number): void {
	const { fitted, rows, back, kept, gains, history, errors, rowPull } = run;
	const width = back.length;
	const residual = rows.residual[row] ?? 0;
	const error = errors[place] ?? 0;
	eachEntity(run, row, (entity, share) => {
		for (let i = 0; i < width; i++) {
			const gradient = share * residual * (gains[i] ?? 0) * (back[i] ?? 0);
			ascend(fitted.leaves, entity * width + i, gradient, rate, rowPull[entity] ?? 0);
		}
	});
	for (let i = 0; i < width; i++) back[i] = (back[i] ?? 0) * (kept[i] ?? 0);
	eachEntity(run, row, (entity, share) => {
		for (let i = 0; i < width; i++) {
			const at = entity * width + i;
			back[i] = (back[i] ?? 0) + error * share * (fitted.reads.weights[at] ?? 0);
			const remembered = history[place * width + i] ?? 0;
			ascend(fitted.reads, at, error * share * remembered, rate, rowPull[entity] ?? 0);
		}
	});
}
