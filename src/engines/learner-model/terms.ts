import { AT, ITEM_FEATURES, SKILL_FEATURES, TABLE_FEATURES } from './feature-names.ts';
import { computeFeatures, FEATURE_COUNT } from './features.ts';
import { pairKey, type Model } from './model.ts';
import { ITEM_WEIGHTS, SKILL_WEIGHTS } from './parameters.ts';
import { questionOf, type Question, type Target } from './question.ts';
import type { State, Whole } from './state.ts';
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

/** The parts of the sum that training may scale one by one (fit-shares.ts), by position. */
export const PART = {
	shared: 0,
	item: 1,
	skillWeights: 2,
	itemWeights: 3,
	skillRelated: 4,
	itemRelated: 5,
	itemPair: 6,
	skillPair: 7
} as const;
export const PARTS = 8;

/** Room for one computation; the model allocates nothing per feature in the hot path. */
export interface Scratch {
	/** The table features of the last question. */
	readonly values: Float64Array;
	/** The parts of its sum. */
	readonly parts: Float64Array;
}

export const createScratch = (): Scratch => ({
	values: new Float64Array(TABLE_FEATURES.length),
	parts: new Float64Array(PARTS)
});

/** The log-odds before calibration, as one number: the hot path of `predict`. */
export function rawLogOdds(
	model: Model,
	state: State,
	question: Question,
	{ values, parts }: Scratch
): number {
	computeFeatures(model, state, question, values);
	partsOf(model, state, question, values, parts);
	let sum = 0;
	for (let i = 0; i < PARTS; i++) sum += parts[i] ?? 0;
	return sum + patternOf(model, question, values, sum);
}

function partsOf(
	model: Model,
	state: State,
	question: Question,
	values: Float64Array,
	parts: Float64Array
): void {
	const itemPart = (model.weights[AT.item] ?? 0) * (values[AT.item] ?? 0);
	parts[PART.shared] = dotShared(model.weights, values) - itemPart;
	parts[PART.item] = itemPart;
	parts[PART.skillWeights] = skillWeightsOf(model, question, values);
	parts[PART.itemWeights] = itemWeightsOf(model, question, values);
	parts[PART.skillRelated] = skillRelatedOf(model, state, question);
	parts[PART.itemRelated] = itemRelatedOf(model, state, question);
	parts[PART.itemPair] = itemPairOf(model, state, question);
	parts[PART.skillPair] = skillPairOf(model, state, question);
}

function dotShared(weights: Float64Array, values: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < FEATURE_COUNT; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
	return sum;
}

function skillWeightsOf({ skillWeights }: Model, { skills }: Question, values: Float64Array) {
	let sum = 0;
	for (const skill of skills)
		if (skill >= 0) sum += dotOwn(skillWeights, skill * SKILL_WEIGHTS, SKILL_FEATURES, values);
	return sum / (skills.length || 1);
}

const itemWeightsOf = ({ itemWeights }: Model, { item }: Question, values: Float64Array) =>
	item < 0 ? 0 : dotOwn(itemWeights, item * ITEM_WEIGHTS, ITEM_FEATURES, values);

function dotOwn(
	own: Float64Array,
	start: number,
	features: readonly number[],
	values: Float64Array
): number {
	let sum = 0;
	for (let i = 0; i < features.length; i++)
		sum += (own[start + i] ?? 0) * (values[features[i] ?? 0] ?? 0);
	return sum;
}

/** The same sum, part by part. */
export function termsOf(model: Model, state: State, target: Target): Terms {
	const question = questionOf(model, state, target);
	const { values, parts } = createScratch();
	const sum = rawLogOdds(model, state, question, { values, parts });
	const part = (at: number) => parts[at] ?? 0;
	return {
		features: weightsFor(model, question).map((weight, i) => weight * (values[i] ?? 0)),
		related: part(PART.skillRelated) + part(PART.itemRelated),
		sequence: part(PART.itemPair) + part(PART.skillPair),
		pattern: sum - parts.reduce((total, value) => total + value, 0),
		sum
	};
}

/** Shared weight + mean of the skills' + the item's, for each feature. */
function weightsFor(model: Model, question: Question): Float64Array {
	const weights = model.weights.slice();
	const share = 1 / (question.skills.length || 1);
	for (const skill of question.skills)
		if (skill >= 0)
			addWeights(weights, SKILL_FEATURES, model.skillWeights, skill * SKILL_WEIGHTS, share);
	if (question.item >= 0)
		addWeights(weights, ITEM_FEATURES, model.itemWeights, question.item * ITEM_WEIGHTS, 1);
	return weights;
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
function skillRelatedOf(model: Model, { memory }: State, { skills }: Question): number {
	let sum = 0;
	for (const skill of skills) if (skill >= 0) sum += rowDot(model, memory, skill);
	return sum / (skills.length || 1);
}

const itemRelatedOf = (model: Model, { memory }: State, { item }: Question) =>
	item < 0 ? 0 : rowDot(model, memory, model.skills.size + item);

function rowDot({ reads, memorySize }: Model, memory: Float64Array, row: number): number {
	const start = row * memorySize;
	let sum = 0;
	for (let i = 0; i < memorySize; i++) sum += (memory[i] ?? 0) * (reads[start + i] ?? 0);
	return sum;
}

/** What the answer to the item just before says about this item, log-odds. */
function itemPairOf({ items, itemPairs }: Model, { whole }: State, question: Question): number {
	if (whole.last[0] === 0) return 0;
	const before = items.get(whole.lastItem) ?? -1;
	return pairOf(itemPairs, before, outcomeOf(whole), question.item, items.size);
}

/** What the answer on the skill just before says about a question on this skill, log-odds. */
function skillPairOf({ skills, skillPairs }: Model, { whole }: State, question: Question): number {
	if (whole.last[0] === 0 || !question.hasItem) return 0;
	const before = skills.get(whole.lastSkill) ?? -1;
	return pairOf(skillPairs, before, outcomeOf(whole), question.skills[0] ?? -1, skills.size);
}

const outcomeOf = ({ last }: Whole) => (last[0] > 0 ? 1 : 0);

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
