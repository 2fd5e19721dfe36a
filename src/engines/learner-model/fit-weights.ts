import { createRandom, type Random } from '../kernel/index.ts';
import { ascend, ascendEach, ascendRows, logistic } from './adagrad.ts';
import { ITEM_FEATURES, SKILL_FEATURES } from './feature-names.ts';
import { FEATURE_COUNT } from './features.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import type { Stage } from './stage.ts';
import type { Rows } from './training-rows.ts';
import { createRun, STRETCH, type Fitted, type Signs, type WeightRun } from './weight-run.ts';

const OF_SKILL = Uint8Array.from(SKILL_FEATURES);
const OF_ITEM = Uint8Array.from(ITEM_FEATURES);

/** How the second stage is run. */
export interface FitOptions {
	readonly seed: number;
	readonly passes: number;
	readonly rate: number;
	readonly signs?: Signs | undefined;
}

/** What a run comes to, with the squares as they were before its last pass. */
export interface FittedWeights extends Pick<
	WeightRun,
	'fitted' | 'active' | 'itemPairs' | 'skillPairs'
> {
	readonly before: { readonly [K in keyof Fitted]: Float64Array };
}

/**
 * Second stage: AdaGrad over whole learners in shuffled order, with a step that falls to zero. The
 * memory is linear, so its exact gradient through time is one pass back over the learner's answers.
 */
export function fitWeights(rows: Rows, stage: Stage, options: FitOptions): FittedWeights {
	const random = createRandom(options.seed);
	const run = createRun(rows, stage, options.signs);
	const learners = Array.from({ length: rows.freshStart.length }, (_, l) => l);
	const steps = options.passes * learners.length;
	let step = 0;
	let before = squaresOf(run.fitted);
	for (let pass = 0; pass < options.passes; pass++) {
		shuffle(learners, random);
		before = squaresOf(run.fitted);
		for (const learner of learners) fitLearner(run, learner, options.rate * (1 - step++ / steps));
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

function fitLearner(run: WeightRun, learner: number, rate: number): void {
	const { learnerStart, freshStart } = run.rows;
	const [first, fresh] = [learnerStart[learner] ?? 0, freshStart[learner] ?? 0];
	const end = learnerStart[learner + 1] ?? 0;
	startMemory(run, learner);
	for (let row = first; row < fresh; row++) moveMemory(run, row, 0, 0);
	for (let from = fresh; from < end; from += STRETCH) {
		const to = Math.min(end, from + STRETCH);
		for (let row = from; row < to; row++) forward(run, row, row - from, rate);
		run.back.fill(0);
		for (let row = to - 1; row >= from; row--) backward(run, row, row - from, rate);
		run.history.copyWithin(0, (to - from) * run.back.length, (to - from + 1) * run.back.length);
	}
}

function startMemory({ rows, history, back }: WeightRun, learner: number): void {
	const start = learner * back.length;
	for (let i = 0; i < back.length; i++) history[i] = rows.memory[start + i] ?? 0;
}

/** Predicts a row, learns its weights, and moves the memory on. */
function forward(run: WeightRun, row: number, place: number, rate: number): void {
	const error = (run.rows.correct[row] ?? 0) - logistic(sumOf(run, row, place));
	run.errors[place] = error;
	learnShared(run, row, error, rate);
	learnOwn(run, row, error, rate);
	learnPairs(run, row, error, rate);
	moveMemory(run, row, place, place + 1);
}

/** The log-odds of a row with the weights so far. */
function sumOf(run: WeightRun, row: number, place: number): number {
	const { rows, fitted, history, entity, entityStart, share, skillCount } = run;
	const pair = run.itemPairs.ofRow[row] ?? -1;
	const pairOfSkills = run.skillPairs.ofRow[row] ?? -1;
	const width = run.back.length;
	let sum = dotFeatures(fitted.shared.weights, 0, run.active, rows.features, row);
	if (pair >= 0) sum += fitted.itemPairs.weights[pair] ?? 0;
	if (pairOfSkills >= 0) sum += fitted.skillPairs.weights[pairOfSkills] ?? 0;
	const end = entityStart[row + 1] ?? 0;
	for (let i = entityStart[row] ?? 0; i < end; i++) {
		const which = entity[i] ?? 0;
		const own =
			which < skillCount
				? dotFeatures(fitted.skills.weights, which * SKILL_WEIGHTS, OF_SKILL, rows.features, row)
				: dotFeatures(
						fitted.items.weights,
						(which - skillCount) * ITEM_WEIGHTS,
						OF_ITEM,
						rows.features,
						row
					);
		sum +=
			(share[i] ?? 0) *
			(own + dotRow(fitted.reads.weights, which * width, history, place * width, width));
	}
	return sum;
}

/** The weights from `start` on times the features at `places`. */
function dotFeatures(
	weights: Float64Array,
	start: number,
	places: Uint8Array,
	features: Float32Array,
	row: number
): number {
	const from = row * FEATURE_COUNT;
	let sum = 0;
	for (let i = 0; i < places.length; i++)
		sum += (weights[start + i] ?? 0) * (features[from + (places[i] ?? 0)] ?? 0);
	return sum;
}

function dotRow(
	reads: Float64Array,
	start: number,
	history: Float64Array,
	from: number,
	width: number
): number {
	let sum = 0;
	for (let i = 0; i < width; i++) sum += (history[from + i] ?? 0) * (reads[start + i] ?? 0);
	return sum;
}

function learnShared(
	{ learnable, signs, fitted: { shared }, byFeature }: WeightRun,
	row: number,
	error: number,
	rate: number
): void {
	byFeature.from = row * FEATURE_COUNT;
	byFeature.factor = error;
	ascendEach(shared, 0, learnable, byFeature, rate);
	if (signs !== undefined) keepSigns(learnable, shared.weights, signs);
}

function keepSigns(learnable: Uint8Array, weights: Float64Array, signs: Signs): void {
	learnable.forEach((feature, i) => {
		if ((weights[i] ?? 0) * (signs[feature] ?? 0) < 0) weights[i] = 0;
	});
}

/** Weights of the row's skills and item. */
function learnOwn(run: WeightRun, row: number, error: number, rate: number): void {
	const { entity, entityStart, share, skillCount, fitted, byFeature } = run;
	byFeature.from = row * FEATURE_COUNT;
	const end = entityStart[row + 1] ?? 0;
	for (let i = entityStart[row] ?? 0; i < end; i++) {
		const which = entity[i] ?? 0;
		byFeature.factor = error * (share[i] ?? 0);
		if (which < skillCount)
			ascendEach(fitted.skills, which * SKILL_WEIGHTS, OF_SKILL, byFeature, rate);
		else ascendEach(fitted.items, (which - skillCount) * ITEM_WEIGHTS, OF_ITEM, byFeature, rate);
	}
}

function learnPairs(run: WeightRun, row: number, error: number, rate: number): void {
	const item = run.itemPairs.ofRow[row] ?? -1;
	const skill = run.skillPairs.ofRow[row] ?? -1;
	if (item >= 0) ascend(run.fitted.itemPairs, item, error, rate);
	if (skill >= 0) ascend(run.fitted.skillPairs, skill, error, rate);
}

/** Writes what the memory is after a row, from what it was before. */
function moveMemory(run: WeightRun, row: number, before: number, after: number): void {
	const { history, kept, gains, fitted, rows, entity, entityStart, share } = run;
	const width = kept.length;
	const leaves = fitted.leaves.weights;
	const residual = rows.residual[row] ?? 0;
	const end = entityStart[row + 1] ?? 0;
	const [from, to] = [before * width, after * width];
	for (let i = 0; i < width; i++) history[to + i] = (history[from + i] ?? 0) * (kept[i] ?? 0);
	for (let e = entityStart[row] ?? 0; e < end; e++) {
		const start = (entity[e] ?? 0) * width;
		const part = (share[e] ?? 0) * residual;
		for (let i = 0; i < width; i++)
			history[to + i] = (history[to + i] ?? 0) + part * (gains[i] ?? 0) * (leaves[start + i] ?? 0);
	}
}

/** Learns what the row left behind (its effect on later errors) and what it read. */
function backward(run: WeightRun, row: number, place: number, rate: number): void {
	const { fitted, rows, back, kept, gains, history, errors, gradients, byMemory } = run;
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
		byMemory.of = gradients;
		byMemory.from = 0;
		byMemory.factor = part * residual;
		ascendRows(fitted.leaves, which * spans, spans, byMemory, rate);
		const start = which * width;
		byMemory.factor = part * error;
		for (let i = 0; i < width; i++)
			back[i] = (back[i] ?? 0) + byMemory.factor * (reads[start + i] ?? 0);
		byMemory.of = history;
		byMemory.from = place * width;
		ascendRows(fitted.reads, which * spans, spans, byMemory, rate);
	}
}
