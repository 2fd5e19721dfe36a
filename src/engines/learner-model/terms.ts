import { ITEM_FEATURES, SKILL_FEATURES, TABLE_FEATURES } from './feature-names.ts';
import { computeFeatures, FEATURE_COUNT } from './features.ts';
import { pairKey, type Model } from './model.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import { questionOf, type Question, type Target } from './question.ts';
import type { State } from './state.ts';
import { lookUp } from './tables.ts';

/** Every additive part of one log-odds. They sum to `sum`; calibration comes after. */
export interface Terms {
	/** One a feature: (shared + skill's + item's weight) x feature. */
	readonly features: Float64Array;
	readonly related: number;
	readonly sequence: number;
	/** All boosted tables together. */
	readonly pattern: number;
	readonly sum: number;
}

/** Room for one computation; the model allocates nothing per feature in the hot path. */
export interface Scratch {
	readonly values: Float64Array;
	readonly weights: Float64Array;
}

export const createScratch = (): Scratch => ({
	values: new Float64Array(TABLE_FEATURES.length),
	weights: new Float64Array(FEATURE_COUNT)
});

/** The log-odds before calibration, as one number: the hot path of `predict`. */
export function rawLogOdds(
	model: Model,
	state: State,
	question: Question,
	{ values, weights }: Scratch
): number {
	computeFeatures(model, state, question, values);
	weightsFor(model, question, weights);
	let sum = relatedOf(model, state, question) + sequenceOf(model, state, question);
	for (let i = 0; i < FEATURE_COUNT; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
	return sum + patternOf(model, question, values, sum);
}

/** The same, part by part. */
export function termsOf(model: Model, state: State, target: Target): Terms {
	const question = questionOf(model, state, target);
	const { values, weights } = createScratch();
	computeFeatures(model, state, question, values);
	weightsFor(model, question, weights);
	const features = weights.map((weight, i) => weight * (values[i] ?? 0));
	const related = relatedOf(model, state, question);
	const sequence = sequenceOf(model, state, question);
	const soFar = features.reduce((total, value) => total + value, related + sequence);
	const pattern = patternOf(model, question, values, soFar);
	return { features, related, sequence, pattern, sum: soFar + pattern };
}

/** Shared weight + mean of the skills' + the item's, for each feature. */
function weightsFor(model: Model, question: Question, weights: Float64Array): void {
	weights.set(model.weights);
	const share = 1 / (question.skills.length || 1);
	for (const skill of question.skills)
		if (skill >= 0)
			addWeights(weights, SKILL_FEATURES, model.skillWeights, skill * SKILL_WEIGHTS, share);
	if (question.item >= 0)
		addWeights(weights, ITEM_FEATURES, model.itemWeights, question.item * ITEM_WEIGHTS, 1);
}

function addWeights(
	weights: Float64Array,
	features: readonly number[],
	own: Float64Array,
	start: number,
	share: number
): void {
	for (let i = 0; i < features.length; i++) {
		const feature = features[i] ?? 0;
		weights[feature] = (weights[feature] ?? 0) + share * (own[start + i] ?? 0);
	}
}

/**
 * Related questions: memory . (mean of the skills' rows + the item's row). A linear recurrent form of
 * knowledge tracing: the memory decays by answer and each answer adds its residual times a vector.
 */
function relatedOf(model: Model, { memory }: State, { skills, item }: Question): number {
	let sum = 0;
	for (const skill of skills) if (skill >= 0) sum += rowDot(model, memory, skill) / skills.length;
	return item >= 0 ? sum + rowDot(model, memory, model.skills.size + item) : sum;
}

function rowDot({ reads, memorySize }: Model, memory: Float64Array, row: number): number {
	const start = row * memorySize;
	let sum = 0;
	for (let i = 0; i < memorySize; i++) sum += (memory[i] ?? 0) * (reads[start + i] ?? 0);
	return sum;
}

/** What the answer just before says: log-odds of the item pair plus those of the skill pair. */
function sequenceOf(model: Model, { whole }: State, question: Question): number {
	if (whole.last[0] === 0 || !question.hasItem) return 0;
	const outcome = whole.last[0] > 0 ? 1 : 0;
	const item = model.items.get(whole.lastItem) ?? -1;
	const skill = model.skills.get(whole.lastSkill) ?? -1;
	return (
		pairOf(model.itemPairs, item, outcome, question.item, model.items.size) +
		pairOf(model.skillPairs, skill, outcome, question.skills[0] ?? -1, model.skills.size)
	);
}

function pairOf(
	pairs: ReadonlyMap<number, number>,
	before: number,
	outcome: 0 | 1,
	now: number,
	count: number
): number {
	if (before < 0 || now < 0) return 0;
	return pairs.get(pairKey(before, outcome, now, count)) ?? 0;
}

/** The boosted tables; the last two table features are the sum so far and how known the item is. */
function patternOf(model: Model, question: Question, values: Float64Array, soFar: number): number {
	values[FEATURE_COUNT] = soFar;
	values[FEATURE_COUNT + 1] = itemKnown(model, question.item);
	let sum = 0;
	for (const table of model.tables) sum += lookUp(table, values);
	return sum;
}

/** log(1 + training answers behind the item). */
export const itemKnown = ({ parameters }: Model, item: number) =>
	Math.log1p(parameters.easiness.itemAnswers[item] ?? 0);
