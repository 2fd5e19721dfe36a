import { createRandom, type Random } from '../kernel/index.ts';
import { ascend, ascendAt, ascendEach, ascendRows, logistic } from './adagrad.ts';
import { ITEM_FEATURES, SKILL_FEATURES } from './feature-names.ts';
import { FEATURE_COUNT } from './features.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import type { Stage } from './stage.ts';
import type { Rows } from './training-rows.ts';
import { createRun, STRETCH, type Fitted, type WeightRun } from './weight-run.ts';

/** 1 or -1 where the sign of a shared weight is fixed, 0 where the weight stays, else free. */
export type Signs = readonly (1 | -1 | 0 | undefined)[];

/** How the second stage is run. */
export interface FitOptions {
	readonly seed: number;
	readonly passes: number;
	readonly rate: number;
	readonly signs?: Signs | undefined;
}

/** What a run comes to, with the squares as they were before its last pass. */
export interface FittedWeights extends Pick<WeightRun, 'fitted' | 'itemPairs' | 'skillPairs'> {
	readonly before: { readonly [K in keyof Fitted]: Float64Array };
}

/**
 * Second stage: AdaGrad over whole learners in shuffled order, with a step that falls to zero. The
 * memory is linear, so its exact gradient through time is one pass back over the learner's answers.
 */
export function fitWeights(rows: Rows, stage: Stage, options: FitOptions): FittedWeights {
	const random = createRandom(options.seed);
	const run = createRun(rows, stage);
	const learners = Array.from({ length: rows.freshStart.length }, (_, l) => l);
	const steps = options.passes * learners.length;
	let step = 0;
	let before = squaresOf(run.fitted);
	for (let pass = 0; pass < options.passes; pass++) {
		shuffle(learners, random);
		before = squaresOf(run.fitted);
		for (const learner of learners)
			fitLearner(run, learner, options.rate * (1 - step++ / steps), options.signs);
	}
	return { ...run, before };
}

const squaresOf = ({
	shared,
	skills,
	items,
	leaves,
	reads,
	itemPairs,
	skillPairs
}: Fitted): FittedWeights['before'] => ({
	shared: shared.squares.slice(),
	skills: skills.squares.slice(),
	items: items.squares.slice(),
	leaves: leaves.squares.slice(),
	reads: reads.squares.slice(),
	itemPairs: itemPairs.squares.slice(),
	skillPairs: skillPairs.squares.slice()
});

/** Fisher-Yates. */
function shuffle(list: number[], random: Random): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		[list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
	}
}

function fitLearner(run: WeightRun, learner: number, rate: number, signs: Signs | undefined): void {
	const { learnerStart, freshStart } = run.rows;
	const [first, fresh] = [learnerStart[learner] ?? 0, freshStart[learner] ?? 0];
	const end = learnerStart[learner + 1] ?? 0;
	startMemory(run, learner);
	for (let row = first; row < fresh; row++) moveMemory(run, row);
	for (let from = fresh; from < end; from += STRETCH) {
		const to = Math.min(end, from + STRETCH);
		for (let row = from; row < to; row++) forward(run, row, row - from, rate, signs);
		run.back.fill(0);
		for (let row = to - 1; row >= from; row--) backward(run, row, row - from, rate);
	}
}

function startMemory({ rows, memory }: WeightRun, learner: number): void {
	const start = learner * memory.length;
	for (let i = 0; i < memory.length; i++) memory[i] = rows.memory[start + i] ?? 0;
}

/** Predicts a row, learns its weights, and moves the memory on. */
function forward(
	run: WeightRun,
	row: number,
	place: number,
	rate: number,
	signs: Signs | undefined
): void {
	const { rows, memory, history, errors } = run;
	const error = (rows.correct[row] ?? 0) - logistic(sumOf(run, row));
	errors[place] = error;
	const start = place * memory.length;
	for (let i = 0; i < memory.length; i++) history[start + i] = memory[i] ?? 0;
	learnShared(run, row, error, rate, signs);
	learnOwn(run, row, error, rate);
	learnPairs(run, row, error, rate);
	moveMemory(run, row);
}

/** The log-odds of a row with the weights so far. */
function sumOf(run: WeightRun, row: number): number {
	const { rows, fitted, memory, entity, entityStart, share, skillCount } = run;
	const pair = run.itemPairs.ofRow[row] ?? -1;
	const pairOfSkills = run.skillPairs.ofRow[row] ?? -1;
	let sum = dotFeatures(fitted.shared.weights, rows.features, row, run.active);
	if (pair >= 0) sum += fitted.itemPairs.weights[pair] ?? 0;
	if (pairOfSkills >= 0) sum += fitted.skillPairs.weights[pairOfSkills] ?? 0;
	const end = entityStart[row + 1] ?? 0;
	for (let i = entityStart[row] ?? 0; i < end; i++) {
		const which = entity[i] ?? 0;
		const own =
			which < skillCount
				? dotOwn(fitted.skills.weights, which * SKILL_WEIGHTS, SKILL_FEATURES, rows, row)
				: dotOwn(
						fitted.items.weights,
						(which - skillCount) * ITEM_WEIGHTS,
						ITEM_FEATURES,
						rows,
						row
					);
		sum += (share[i] ?? 0) * (own + dotRow(fitted.reads.weights, memory, which));
	}
	return sum;
}

function dotFeatures(
	weights: Float64Array,
	features: Float32Array,
	row: number,
	active: Uint8Array
): number {
	const start = row * FEATURE_COUNT;
	let sum = 0;
	for (let i = 0; i < active.length; i++) {
		const f = active[i] ?? 0;
		sum += (weights[f] ?? 0) * (features[start + f] ?? 0);
	}
	return sum;
}

function dotOwn(
	weights: Float64Array,
	start: number,
	features: readonly number[],
	rows: Rows,
	row: number
): number {
	const from = row * FEATURE_COUNT;
	let sum = 0;
	for (let i = 0; i < features.length; i++)
		sum += (weights[start + i] ?? 0) * (rows.features[from + (features[i] ?? 0)] ?? 0);
	return sum;
}

function dotRow(weights: Float64Array, memory: Float64Array, entity: number): number {
	const start = entity * memory.length;
	let sum = 0;
	for (let i = 0; i < memory.length; i++) sum += (memory[i] ?? 0) * (weights[start + i] ?? 0);
	return sum;
}

function learnShared(
	{ rows, active, fitted: { shared }, gradients }: WeightRun,
	row: number,
	error: number,
	rate: number,
	signs: Signs | undefined
): void {
	const start = row * FEATURE_COUNT;
	for (let i = 0; i < active.length; i++)
		gradients[i] = error * (rows.features[start + (active[i] ?? 0)] ?? 0);
	if (signs !== undefined) keepFixed(active, gradients, signs);
	ascendAt(shared, active, gradients, rate);
	signs?.forEach((sign, f) => {
		if (sign !== undefined && sign !== 0 && (shared.weights[f] ?? 0) * sign < 0)
			shared.weights[f] = 0;
	});
}

function keepFixed(active: Uint8Array, gradients: Float64Array, signs: Signs): void {
	active.forEach((feature, i) => {
		if (signs[feature] === 0) gradients[i] = 0;
	});
}

/** Weights of the row's skills and item. */
function learnOwn(run: WeightRun, row: number, error: number, rate: number): void {
	const { entity, entityStart, share, skillCount, fitted, rows, gradients } = run;
	const from = row * FEATURE_COUNT;
	const end = entityStart[row + 1] ?? 0;
	for (let i = entityStart[row] ?? 0; i < end; i++) {
		const which = entity[i] ?? 0;
		const isSkill = which < skillCount;
		const features = isSkill ? SKILL_FEATURES : ITEM_FEATURES;
		const part = error * (share[i] ?? 0);
		for (let f = 0; f < features.length; f++)
			gradients[f] = part * (rows.features[from + (features[f] ?? 0)] ?? 0);
		if (isSkill) ascendEach(fitted.skills, which * SKILL_WEIGHTS, gradients, SKILL_WEIGHTS, rate);
		else
			ascendEach(fitted.items, (which - skillCount) * ITEM_WEIGHTS, gradients, ITEM_WEIGHTS, rate);
	}
}

function learnPairs(run: WeightRun, row: number, error: number, rate: number): void {
	const item = run.itemPairs.ofRow[row] ?? -1;
	const skill = run.skillPairs.ofRow[row] ?? -1;
	if (item >= 0) ascend(run.fitted.itemPairs, item, error, rate);
	if (skill >= 0) ascend(run.fitted.skillPairs, skill, error, rate);
}

function moveMemory(run: WeightRun, row: number): void {
	const { memory, kept, gains, fitted, rows, entity, entityStart, share } = run;
	const leaves = fitted.leaves.weights;
	const residual = rows.residual[row] ?? 0;
	const end = entityStart[row + 1] ?? 0;
	for (let i = 0; i < memory.length; i++) memory[i] = (memory[i] ?? 0) * (kept[i] ?? 0);
	for (let e = entityStart[row] ?? 0; e < end; e++) {
		const start = (entity[e] ?? 0) * memory.length;
		const part = (share[e] ?? 0) * residual;
		for (let i = 0; i < memory.length; i++)
			memory[i] = (memory[i] ?? 0) + part * (gains[i] ?? 0) * (leaves[start + i] ?? 0);
	}
}

/** Learns what the row left behind (its effect on later errors) and what it read. */
function backward(run: WeightRun, row: number, place: number, rate: number): void {
	const { fitted, rows, back, kept, gains, history, errors, gradients, scaled } = run;
	const { entity, entityStart, share } = run;
	const width = back.length;
	const spans = width / fitted.leaves.width;
	const reads = fitted.reads.weights;
	const residual = rows.residual[row] ?? 0;
	const error = errors[place] ?? 0;
	const [first, end] = [entityStart[row] ?? 0, entityStart[row + 1] ?? 0];
	for (let i = 0; i < width; i++) {
		const effect = back[i] ?? 0;
		gradients[i] = (gains[i] ?? 0) * effect;
		back[i] = effect * (kept[i] ?? 0);
	}
	for (let e = first; e < end; e++) {
		const which = entity[e] ?? 0;
		const part = share[e] ?? 0;
		scaled.of = gradients;
		scaled.from = 0;
		scaled.factor = part * residual;
		ascendRows(fitted.leaves, which * spans, spans, scaled, rate);
		const start = which * width;
		scaled.factor = part * error;
		for (let i = 0; i < width; i++)
			back[i] = (back[i] ?? 0) + scaled.factor * (reads[start + i] ?? 0);
		scaled.of = history;
		scaled.from = place * width;
		ascendRows(fitted.reads, which * spans, spans, scaled, rate);
	}
}
